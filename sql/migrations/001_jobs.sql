-- jobs: one row for each job (API.md 4), its log lines, steps and findings.
-- Every change of a job is one statement: a guarded update, what goes with it, and a
-- NOTIFY app_job with the job's id (app_queue too when a runner may have work). Handlers
-- can run one statement only, so what needs several lives in a function here.
-- Rows are rendered here, once: app.job_json and its siblings are what the API answers.
--
-- Advisory locks of a session, two numbers each:
--   7381, 1       the one ETL that may run in this database
--   7382, runner  a runner is alive; it goes with the runner's connection
--   7383, 1       (of a transaction) jobs are queued one after the other
create schema if not exists app;

create sequence app.runner as integer cycle;
comment on sequence app.runner is 'numbers of runners, the second number of lock 7382';

create table app.job (
    job_id text primary key,
    ordinal bigint generated always as identity unique, -- order of creation
    kind text not null check (kind in ('etl', 'upload', 'schema')),
    status text not null default 'pending'
        check (status in ('pending', 'running', 'completed', 'failed', 'cancelled')),
    mode text,
    created_at timestamptz not null default clock_timestamp(),
    started_at timestamptz,
    completed_at timestamptz,           -- with every final status
    cancelled_at timestamptz,
    progress integer not null default 0 check (progress between 0 and 100),
    current_step text default 'Queued',
    result json,                        -- json, not jsonb: keeps the order of fields
    errors text[] not null default '{}',
    warnings integer not null default 0,
    tables_created integer not null default 0,
    tables_uploaded integer not null default 0,
    rows_uploaded bigint not null default 0,
    seq bigint not null default 1,      -- number of the last change
    parent_job_id text,
    requested_by text,
    request json not null default '{}', -- accepted body, defaults filled in
    runner integer,                     -- who runs it; lock 7382
    host text,
    updated_at timestamptz not null default clock_timestamp(),
    check ((status in ('completed', 'failed', 'cancelled')) = (completed_at is not null)),
    check ((status = 'cancelled') = (cancelled_at is not null)),
    check ((status = 'completed') = (progress = 100))
);
create index job_pending on app.job (ordinal) where status = 'pending';
create index job_running on app.job (ordinal) where status = 'running';
create index job_kind on app.job (kind, ordinal);
comment on table app.job is 'a job of any kind, as the API shows it';

create table app.job_log (
    job_id text not null references app.job on delete cascade,
    seq bigint not null,
    time timestamptz not null,
    level text not null check (level in ('debug', 'info', 'warning', 'error')),
    step text,
    message text not null,
    primary key (job_id, seq)
);
comment on table app.job_log is 'what a job said';

create table app.job_step (
    job_id text not null references app.job on delete cascade,
    kind text not null
        check (kind in ('read', 'table', 'check', 'write', 'publish', 'upload', 'schema')),
    name text not null,
    status text not null,
    reused boolean not null default false,
    started_at timestamptz,
    completed_at timestamptz,
    duration_ms bigint,
    rows bigint,
    depends_on text[] not null default '{}',
    seq bigint not null,                -- of its last change
    primary key (job_id, kind, name)
);
comment on table app.job_step is 'files read, tables built, files written by a job';

create table app.job_warning (
    job_id text not null references app.job on delete cascade,
    n integer not null,                 -- 1… in the order reported
    severity text not null check (severity in ('error', 'warning', 'info')),
    kind text not null,
    game_id integer,
    file text,
    sheet text,
    "row" integer,
    column_name text,
    value text,
    message text not null,
    primary key (job_id, n)
);
comment on table app.job_warning is 'findings of a job (warehouse pages 10 and 42)';

create table app.idempotency (
    caller text not null,               -- name of the key, or the address without one
    key text not null,                  -- Idempotency-Key as sent
    body_hash text not null,            -- of path and body
    job_id text not null references app.job on delete cascade,
    created_at timestamptz not null default clock_timestamp(),
    primary key (caller, key)
);
create index idempotency_job on app.idempotency (job_id);
create index idempotency_age on app.idempotency (created_at);
comment on table app.idempotency is 'requests that are answered again, for 24 hours';

-- Rendering -------------------------------------------------------------------------------

create function app.seconds(at timestamptz) returns text
language sql stable
return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"');

create function app.millis(at timestamptz) returns text
language sql stable
return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

create function app.job_json(j app.job) returns text
language sql stable
return (
    select row_to_json(shown)::text
    from (
        select
            j.job_id,
            j.kind,
            j.status,
            j.mode,
            app.seconds(j.created_at) as created_at,
            app.seconds(j.started_at) as started_at,
            app.seconds(j.completed_at) as completed_at,
            app.seconds(j.cancelled_at) as cancelled_at,
            j.progress,
            j.current_step,
            j.result,
            j.errors[1] as error,
            j.errors,
            j.warnings,
            j.tables_created,
            j.tables_uploaded,
            j.rows_uploaded,
            case when j.status = 'pending' then (
                select count(*)
                from app.job as ahead
                where ahead.status = 'pending'
                    and ahead.kind = j.kind
                    and ahead.ordinal <= j.ordinal
            ) end as queue_position,
            (extract(epoch from coalesce(j.completed_at, clock_timestamp()) - j.started_at)
                * 1000)::bigint as duration_ms,
            j.seq,
            j.parent_job_id,
            j.requested_by
    ) as shown
);

create function app.log_json(l app.job_log) returns text
language sql stable
return (
    select row_to_json(shown)::text
    from (select l.seq, app.millis(l.time) as time, l.level, l.step, l.message) as shown
);

create function app.step_json(s app.job_step) returns text
language sql stable
return (
    select row_to_json(shown)::text
    from (
        select
            s.name,
            s.kind,
            s.status,
            s.reused,
            app.millis(s.started_at) as started_at,
            app.millis(s.completed_at) as completed_at,
            s.duration_ms,
            s.rows,
            s.depends_on
    ) as shown
);

create function app.warning_json(w app.job_warning) returns text
language sql stable
return (
    select row_to_json(shown)::text
    from (
        select
            w.severity,
            w.kind,
            w.game_id,
            w.file,
            w.sheet,
            w."row",
            w.column_name as "column",
            w.value,
            w.message
    ) as shown
);

-- debug 1 … error 4; null: no such level.
create function app.level_rank(level text) returns integer
language sql immutable
return array_position(array['debug', 'info', 'warning', 'error'], level);

-- Queueing --------------------------------------------------------------------------------

-- outcome: created; replayed (the job of an earlier request with this key); mismatch (that
-- request was another one); full. waiting: jobs pending before this one.
create function app.job_insert(
    p_job_id text,
    p_kind text,
    p_mode text,
    p_request json,
    p_requested_by text,
    p_max_queued integer,
    p_caller text,
    p_key text,
    p_body_hash text
) returns table (outcome text, job text, waiting integer)
language plpgsql as $$
declare
    v_job app.job;
    v_hash text;
    v_earlier text;
begin
    perform pg_advisory_xact_lock(7383, 1);
    select count(*) into waiting from app.job as j where j.status = 'pending';
    if p_key is not null then
        delete from app.idempotency as i where i.created_at < clock_timestamp() - interval '24 h';
        select i.body_hash, i.job_id
        into v_hash, v_earlier
        from app.idempotency as i
        where i.caller = p_caller and i.key = p_key;
        if found then
            select j.* into v_job from app.job as j where j.job_id = v_earlier;
            outcome := case when v_hash = p_body_hash then 'replayed' else 'mismatch' end;
            job := app.job_json(v_job);
            return next;
            return;
        end if;
    end if;
    if waiting >= p_max_queued then
        outcome := 'full';
        return next;
        return;
    end if;
    insert into app.job (job_id, kind, mode, request, requested_by)
    values (p_job_id, p_kind, p_mode, p_request, p_requested_by)
    returning * into v_job;
    if p_key is not null then
        insert into app.idempotency (caller, key, body_hash, job_id)
        values (p_caller, p_key, p_body_hash, p_job_id);
    end if;
    perform pg_notify('app_job', p_job_id), pg_notify('app_queue', '');
    outcome := 'created';
    job := app.job_json(v_job);
    return next;
end
$$;

-- outcome: cancelled; refused (it has ended: status says how). No row: no such job.
create function app.job_cancel(p_job_id text)
returns table (outcome text, status text, job text)
language plpgsql as $$
declare
    v_job app.job;
    v_now timestamptz := clock_timestamp();
begin
    update app.job as j
    set status = 'cancelled', completed_at = v_now, cancelled_at = v_now, updated_at = v_now,
        seq = j.seq + 2
    where j.job_id = p_job_id and j.status in ('pending', 'running')
    returning * into v_job;
    if found then
        outcome := 'cancelled';
        insert into app.job_log (job_id, seq, time, level, message)
        values (p_job_id, v_job.seq - 1, v_now, 'warning', 'Cancelled');
        perform app.job_end_steps(p_job_id, 'cancelled', v_now, v_job.seq);
        perform pg_notify('app_job', p_job_id), pg_notify('app_queue', '');
    else
        outcome := 'refused';
        select * into v_job from app.job as j where j.job_id = p_job_id;
        if not found then
            return;
        end if;
    end if;
    status := v_job.status;
    job := app.job_json(v_job);
    return next;
end
$$;

-- Running ---------------------------------------------------------------------------------

-- Steps that have not ended get the status in which their job ends.
create function app.job_end_steps(
    p_job_id text, p_status text, p_now timestamptz, p_seq bigint
) returns void
language sql
begin atomic
update app.job_step as s
set status = case when s.started_at is null and p_status = 'failed' then 'cancelled'
        else p_status end,
    completed_at = case when s.started_at is not null then p_now end,
    duration_ms = (extract(epoch from p_now - s.started_at) * 1000)::bigint,
    seq = p_seq
where s.job_id = p_job_id and s.status in ('pending', 'running');
end;

-- Writes changes of a job, a JSON array in the order in which they happened:
--   {"type":"log","at":ms,"level","step"?,"message"}
--   {"type":"step","at":ms,"kind","name","status","reused"?,"rows"?,"duration_ms"?,"depends_on"?}
--   {"type":"finding","severity","kind","game_id"?,"file"?,"sheet"?,"row"?,"column"?,"value"?,
--    "message"}
-- The first takes seq p_base + 1; findings are numbered from p_warnings + 1.
create function app.job_write_changes(
    p_job_id text, p_base bigint, p_warnings integer, p_changes jsonb
) returns void
language plpgsql as $$
begin
    insert into app.job_log (job_id, seq, time, level, step, message)
    select
        p_job_id,
        p_base + n,
        to_timestamp((c ->> 'at')::double precision / 1000),
        c ->> 'level',
        c ->> 'step',
        c ->> 'message'
    from jsonb_array_elements(p_changes) with ordinality as change (c, n)
    where c ->> 'type' = 'log';

    insert into app.job_step as s (
        job_id, kind, name, status, reused, started_at, completed_at, duration_ms, rows,
        depends_on, seq
    )
    select
        p_job_id,
        kind,
        name,
        status,
        reused,
        coalesce(started_at, completed_at - duration_ms * interval '1 ms'),
        completed_at,
        duration_ms,
        rows,
        array(select jsonb_array_elements_text(depends_on)),
        p_base + n
    from (
        select
            c ->> 'kind' as kind,
            c ->> 'name' as name,
            (array_agg(c ->> 'status' order by n desc))[1] as status,
            bool_or(coalesce((c ->> 'reused')::boolean, false)) as reused,
            min(at) filter (where c ->> 'status' = 'running') as started_at,
            max(at) filter (where c ->> 'status' not in ('pending', 'running'))
                as completed_at,
            max((c ->> 'duration_ms')::bigint) as duration_ms,
            max((c ->> 'rows')::bigint) as rows,
            coalesce(
                (array_agg(c -> 'depends_on')
                    filter (where jsonb_typeof(c -> 'depends_on') = 'array'))[1],
                '[]'
            ) as depends_on,
            max(n) as n
        from jsonb_array_elements(p_changes) with ordinality as change (c, n)
        cross join lateral to_timestamp((c ->> 'at')::double precision / 1000) as at
        where c ->> 'type' = 'step'
        group by c ->> 'kind', c ->> 'name'
    ) as step
    on conflict (job_id, kind, name) do update set
        status = excluded.status,
        reused = s.reused or excluded.reused,
        started_at = coalesce(s.started_at, excluded.started_at),
        completed_at = coalesce(excluded.completed_at, s.completed_at),
        duration_ms = coalesce(excluded.duration_ms, s.duration_ms),
        rows = coalesce(excluded.rows, s.rows),
        depends_on = case when excluded.depends_on = '{}' then s.depends_on
            else excluded.depends_on end,
        seq = excluded.seq;

    insert into app.job_warning (
        job_id, n, severity, kind, game_id, file, sheet, "row", column_name, value, message
    )
    select
        p_job_id,
        p_warnings + row_number() over (order by n),
        c ->> 'severity',
        c ->> 'kind',
        (c ->> 'game_id')::integer,
        c ->> 'file',
        c ->> 'sheet',
        (c ->> 'row')::integer,
        c ->> 'column',
        c ->> 'value',
        c ->> 'message'
    from jsonb_array_elements(p_changes) with ordinality as change (c, n)
    where c ->> 'type' = 'finding';
end
$$;

create function app.findings_in(p_changes jsonb) returns integer
language sql immutable
return (
    select count(*)::integer
    from jsonb_array_elements(p_changes) as c
    where c ->> 'type' = 'finding'
);

-- What a running job has done since the last report. Writes only while it is running;
-- answers how it stands. No row: no such job.
create function app.job_report(
    p_job_id text, p_progress integer, p_current_step text, p_tables integer, p_changes jsonb
) returns table (status text, elapsed_ms bigint)
language plpgsql as $$
declare
    v_job app.job;
    v_findings integer := app.findings_in(p_changes);
begin
    update app.job as j
    set progress = greatest(j.progress, least(p_progress, 99)),
        current_step = coalesce(p_current_step, j.current_step),
        tables_created = greatest(j.tables_created, p_tables),
        warnings = j.warnings + v_findings,
        seq = j.seq + jsonb_array_length(p_changes) + 1,
        updated_at = clock_timestamp()
    where j.job_id = p_job_id and j.status = 'running'
    returning * into v_job;
    if found then
        perform app.job_write_changes(p_job_id,
            v_job.seq - jsonb_array_length(p_changes) - 1, v_job.warnings - v_findings,
            p_changes);
        perform pg_notify('app_job', p_job_id);
    end if;
    return query
    select j.status, (extract(epoch from clock_timestamp() - j.started_at) * 1000)::bigint
    from app.job as j
    where j.job_id = p_job_id;
end
$$;

-- Ends a running job that did not succeed; false: it had ended already.
create function app.job_fail(p_job_id text, p_errors text[], p_changes jsonb) returns boolean
language plpgsql as $$
declare
    v_job app.job;
    v_findings integer := app.findings_in(p_changes);
    v_now timestamptz := clock_timestamp();
begin
    update app.job as j
    set status = 'failed', completed_at = v_now, updated_at = v_now,
        errors = p_errors[1:20],
        warnings = j.warnings + v_findings,
        seq = j.seq + jsonb_array_length(p_changes) + 2
    where j.job_id = p_job_id and j.status = 'running'
    returning * into v_job;
    if not found then
        return false;
    end if;
    perform app.job_write_changes(p_job_id, v_job.seq - jsonb_array_length(p_changes) - 2,
        v_job.warnings - v_findings, p_changes);
    insert into app.job_log (job_id, seq, time, level, message)
    values (p_job_id, v_job.seq - 1, v_now, 'error', array_to_string(p_errors[1:20], '; '));
    perform app.job_end_steps(p_job_id, 'failed', v_now, v_job.seq);
    perform pg_notify('app_job', p_job_id), pg_notify('app_queue', '');
    return true;
end
$$;

-- Leaves a job that an ETL asked for and that cannot be done: its id.
create function app.job_leave_failed(
    p_parent app.job, p_kind text, p_mode text, p_current_step text, p_error text
) returns text
language plpgsql as $$
declare
    v_job_id text := substr(replace(gen_random_uuid()::text, '-', ''), 1, 12);
    v_now timestamptz := clock_timestamp();
begin
    insert into app.job (
        job_id, kind, status, mode, created_at, started_at, completed_at, current_step,
        errors, parent_job_id, requested_by, seq
    )
    values (
        v_job_id, p_kind, 'failed', p_mode, v_now, v_now, v_now, p_current_step,
        array[p_error], p_parent.job_id, p_parent.requested_by, 2
    );
    insert into app.job_log (job_id, seq, time, level, message)
    values (v_job_id, 1, v_now, 'error', p_error);
    perform pg_notify('app_job', v_job_id);
    return v_job_id;
end
$$;

-- Completes a running ETL; called inside the transaction that publishes its tables, so
-- that of publish and cancel exactly one wins. p_result: tables_created, games, rows,
-- data_version of the run. False: it had ended already, and nothing may be published.
create function app.job_complete(
    p_job_id text,
    p_result jsonb,
    p_changes jsonb,
    p_upload_error text,   -- null: no upload was asked for
    p_schema_error text    -- null: no schema was asked for
) returns boolean
language plpgsql as $$
declare
    v_job app.job;
    v_findings integer := app.findings_in(p_changes);
    v_now timestamptz := clock_timestamp();
    v_upload text;
    v_schema text;
begin
    update app.job as j
    set status = 'completed', completed_at = v_now, updated_at = v_now,
        progress = 100, current_step = 'ETL complete',
        tables_created = (p_result ->> 'tables_created')::integer,
        warnings = j.warnings + v_findings,
        seq = j.seq + jsonb_array_length(p_changes) + 2
    where j.job_id = p_job_id and j.status = 'running'
    returning * into v_job;
    if not found then
        return false;
    end if;
    perform app.job_write_changes(p_job_id, v_job.seq - jsonb_array_length(p_changes) - 2,
        v_job.warnings - v_findings, p_changes);
    insert into app.job_log (job_id, seq, time, level, message)
    values (p_job_id, v_job.seq - 1, v_now, 'info', 'ETL complete');
    perform app.job_end_steps(p_job_id, 'completed', v_now, v_job.seq);
    if p_upload_error is not null then
        v_upload := app.job_leave_failed(v_job, 'upload', 'all', 'Starting upload...',
            p_upload_error);
    end if;
    if p_schema_error is not null then
        v_schema := app.job_leave_failed(v_job, 'schema', null, 'Queued', p_schema_error);
    end if;
    update app.job as j
    set result = (
        select row_to_json(shown)
        from (
            select
                (p_result ->> 'tables_created')::integer as tables_created,
                extract(epoch from v_now - j.started_at)::integer as duration_seconds,
                array(
                    select jsonb_array_elements_text(p_result -> 'games')::integer
                ) as games,
                coalesce((p_result ->> 'rows')::bigint, 0) as rows,
                p_result ->> 'data_version' as data_version,
                (
                    select ('{' || coalesce(string_agg(
                        to_json(counted.kind)::text || ':' || counted.findings,
                        ',' order by counted.kind
                    ), '') || '}')::json
                    from (
                        select w.kind, count(*) as findings
                        from app.job_warning as w
                        where w.job_id = p_job_id
                        group by w.kind
                    ) as counted
                ) as warnings,
                v_upload as upload_job_id,
                v_schema as schema_job_id
        ) as shown
    )
    where j.job_id = p_job_id;
    perform pg_notify('app_job', p_job_id), pg_notify('app_queue', '');
    return true;
end
$$;

-- Fails running jobs whose runner is gone: its lock is free. A runner that is alive but
-- lost the database fails its job itself with a better word, so it gets a moment: a job
-- is touched every second while it runs. Answers how many, and how many were ETLs.
create function app.job_recover(p_error text)
returns table (failed integer, etl integer)
language plpgsql as $$
declare
    v_job record;
begin
    failed := 0;
    etl := 0;
    for v_job in
        select j.job_id, j.kind
        from app.job as j
        where j.status = 'running'
            and greatest(j.updated_at, pg_postmaster_start_time() + interval '3 s')
                < clock_timestamp() - interval '1 s'
            and not exists (
                select
                from pg_locks as l
                where l.locktype = 'advisory'
                    and l.database = (
                        select oid from pg_database where datname = current_database()
                    )
                    and l.classid = 7382
                    and l.objid = j.runner::bigint::oid
                    and l.objsubid = 2
                    and l.granted
            )
        order by j.ordinal
    loop
        if app.job_fail(v_job.job_id, array[p_error], '[]') then
            failed := failed + 1;
            etl := etl + (v_job.kind = 'etl')::integer;
        end if;
    end loop;
    return next;
end
$$;
