-- Publishing as functions: each is one call inside the publishing transaction.

-- A path may stand twice with a new version, so files are replaced, not merged.
create function app.publish_files() returns void
language plpgsql
as $$
begin
    delete from app.published_file;
    insert into app.published_file (path, kind, game_id, sha256)
    select distinct on (path) path, file.kind, file.game_id, sha256
    from run_file
    join raw.file as file using (file_id, path)
    order by path, file_id desc;
end
$$;
comment on function app.publish_files is
    'notes the file versions of run_file, which the search_path finds';

-- Readers have the warehouse's tables open for as long as a statement runs. With all of them
-- locked nobody has any, so the two names change at a moment in which no statement can mix them.
create function app.publish_swap(build text) returns void
language plpgsql
as $$
declare
    tables text;
begin
    select string_agg(format('warehouse.%I', tablename), ', ' order by tablename)
    into tables
    from pg_tables
    where schemaname = 'warehouse';
    if tables is not null then
        execute 'lock table ' || tables || ' in access exclusive mode';
    end if;
    execute format('alter schema warehouse rename to %I', build || '_old');
    execute format('alter schema %I rename to warehouse', build);
    comment on schema warehouse is 'the published tables';
end
$$;
comment on function app.publish_swap is 'puts a build schema in the place of the warehouse';

-- Functions of sql/functions have done their work when the tables are there.
create function app.publish_drop_old(build text) returns void
language plpgsql
as $$
declare
    functions text;
begin
    select string_agg(oid::regprocedure::text, ', ')
    into functions
    from pg_proc
    where pronamespace = 'warehouse'::regnamespace;
    if functions is not null then
        execute 'drop routine ' || functions;
    end if;
    execute format('drop schema if exists %I cascade', build || '_old');
end
$$;
comment on function app.publish_drop_old is 'drops what publish_swap has replaced';

-- The cache stays bounded: what neither the publication nor the run reads goes.
create function app.raw_sweep(keep bigint[]) returns void
language plpgsql
as $$
declare
    stale bigint[];
    name text;
begin
    select array_agg(file_id)
    into stale
    from raw.file as file
    where file_id <> all (keep)
        and not exists (
            select
            from app.published_file
            where published_file.path = file.path and published_file.sha256 = file.sha256
        );
    if stale is null then
        return;
    end if;
    for name in select tablename from pg_tables where schemaname = 'raw'
    loop
        execute format('delete from raw.%I where file_id = any ($1)', name) using stale;
    end loop;
end
$$;
comment on function app.raw_sweep is 'deletes raw rows of files that nobody reads any more';
