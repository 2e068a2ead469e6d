-- Ends a running ETL as completed, inside the publishing transaction: t, or f when it had
-- ended (cancelled), and then nothing may be published.
-- $1 job_id
-- $2 result of the run, JSON
-- $3 last changes, JSON array
-- $4 why the upload that was asked for cannot be done, or null
-- $5 why the schema that was asked for cannot be written, or null
select app.job_complete($1::text, $2::jsonb, $3::jsonb, $4::text, $5::text) as moved
