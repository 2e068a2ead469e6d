-- Queues a job for a request and notes the request's id in the job's log.
-- $1 job_id of the new job
-- $2 kind
-- $3 mode, or null
-- $4 request: the accepted body with defaults filled in, JSON
-- $5 requested_by: name of the key, or null
-- $6 MAX_QUEUED_JOBS
-- $7 caller: who an Idempotency-Key belongs to (name of the key, or address)
-- $8 Idempotency-Key, or null
-- $9 hash of path and body
-- $10 X-Request-ID
-- One row: outcome (created, replayed, mismatch, full), job (JSON; null when full),
-- waiting (jobs that were pending).
with
made as (
    select outcome, job, waiting
    from app.job_insert(
        $1::text, $2::text, $3::text, $4::json, $5::text, $6::integer, $7::text, $8::text,
        $9::text
    )
),
noted as (
    insert into app.job_log (job_id, seq, time, level, message)
    select $1::text, 1, clock_timestamp(), 'info', 'Queued by request ' || $10::text
    from made
    where outcome = 'created'
)
select outcome, job, waiting
from made
