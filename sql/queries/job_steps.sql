-- Steps of a job, a JSON array in order of start, unstarted last. No row: no such job.
-- $1 job_id
select '[' || coalesce((
    select string_agg(app.step_json(s), ',' order by s.started_at nulls last, s.seq, s.name)
    from app.job_step as s
    where s.job_id = j.job_id
), '') || ']' as steps
from app.job as j
where j.job_id = $1::text
