-- Creates an ETL that runs at once; the caller holds the ETL lock.
-- $1 job_id
-- $2 mode
-- $3 request, JSON
-- $4 number of the runner
-- $5 name of its host
with
started as (
    insert into app.job (
        job_id, kind, status, mode, started_at, current_step, request, runner, host
    )
    values (
        $1::text, 'etl', 'running', $2::text, clock_timestamp(), 'Starting ETL...',
        $3::json, $4::integer, $5::text
    )
    returning job_id
)
select started.job_id
from started
cross join lateral pg_notify('app_job', started.job_id)
