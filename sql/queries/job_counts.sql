-- How many jobs run and wait, and whether any runner of any server is alive.
select
    (select count(*) from app.job as j where j.status = 'running') as jobs_running,
    (select count(*) from app.job as j where j.status = 'pending') as jobs_pending,
    exists (
        select
        from pg_locks as l
        where l.locktype = 'advisory'
            and l.database = (select oid from pg_database where datname = current_database())
            and l.classid = 7382
            and l.objsubid = 2
            and l.granted
    ) as runner_alive
