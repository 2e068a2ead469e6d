-- A job. No row: no such job. status and seq: for those who keep final jobs in memory.
-- $1 job_id
select j.status, j.seq, app.job_json(j) as job
from app.job as j
where j.job_id = $1::text
