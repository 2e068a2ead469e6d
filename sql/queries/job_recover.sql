-- Fails jobs whose runner is gone. One row: failed, and how many of them were ETLs.
-- $1 the reason
select failed, etl
from app.job_recover($1::text)
