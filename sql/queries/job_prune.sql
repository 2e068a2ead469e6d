-- Deletes jobs that ended too long ago; the newest 1000 stay. One row: deleted.
-- $1 JOB_RETENTION_DAYS
with
gone as (
    delete from app.job as j
    where j.completed_at < clock_timestamp() - $1::integer * interval '1 day'
        and j.ordinal < (
            select k.ordinal from app.job as k order by k.ordinal desc offset 999 limit 1
        )
    returning j.job_id
)
select count(*) as deleted from gone
