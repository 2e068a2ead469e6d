-- Cancels a job that has not ended. No row: no such job. Otherwise outcome (cancelled,
-- refused), status and the job as JSON.
-- $1 job_id
select outcome, status, job
from app.job_cancel($1::text)
