-- How a running job stands, without a change.
-- $1 job_id
select j.status, (extract(epoch from clock_timestamp() - j.started_at) * 1000)::bigint as elapsed_ms
from app.job as j
where j.job_id = $1::text
