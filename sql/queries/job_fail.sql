-- Ends a running job as failed: t, or f when it had ended.
-- $1 job_id
-- $2 reasons, a JSON array of texts
-- $3 last changes, JSON array
select app.job_fail(
    $1::text, array(select jsonb_array_elements_text($2::jsonb)), $3::jsonb
) as moved
