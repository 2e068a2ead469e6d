-- What a running job has done since the last report; answers status and elapsed_ms.
-- $1 job_id
-- $2 progress
-- $3 current_step, or null: as it was
-- $4 tables built so far
-- $5 changes, JSON array (see app.job_write_changes)
select status, elapsed_ms
from app.job_report($1::text, $2::integer, $3::text, $4::integer, $5::jsonb)
