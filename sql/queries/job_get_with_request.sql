-- A job with the field `request`. No row: no such job.
-- $1 job_id
select j.status, left(app.job_json(j), -1) || ',"request":' || j.request::text || '}' as job
from app.job as j
where j.job_id = $1::text
