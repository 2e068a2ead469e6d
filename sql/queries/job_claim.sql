-- Takes the oldest pending job. No row: there is none.
-- $1 number of the runner
-- $2 name of its host
-- $3 true: an ETL (the caller holds the ETL lock); false: any other kind
update app.job as j
set status = 'running',
    started_at = clock_timestamp(),
    updated_at = clock_timestamp(),
    current_step = case j.kind when 'etl' then 'Starting ETL...'
        when 'upload' then 'Starting upload...' else j.current_step end,
    seq = j.seq + 1,
    runner = $1::integer,
    host = $2::text
from (
    select p.job_id
    from app.job as p
    where p.status = 'pending' and (p.kind = 'etl') = $3::boolean
    order by p.ordinal
    limit 1
    for update skip locked
) as oldest,
    lateral pg_notify('app_job', oldest.job_id)
where j.job_id = oldest.job_id
returning j.job_id, j.kind, j.mode, j.request
