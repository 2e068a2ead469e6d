-- Should a server that starts queue an ETL by itself? When nothing is published and
-- none waits or runs. One row: wanted.
select
    not exists (select from app.publication)
    and not exists (
        select
        from app.job as j
        where j.kind = 'etl' and j.status in ('pending', 'running')
    ) as wanted
