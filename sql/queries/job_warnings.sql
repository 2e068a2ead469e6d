-- Findings of a job: one page as a JSON array, and total. No row: no such job.
-- $1 job_id
-- $2 kind, or null
-- $3 game_id, or null
-- $4 limit
-- $5 offset
with
wanted as (
    select w.n
    from app.job_warning as w
    where w.job_id = $1::text
        and ($2::text is null or w.kind = $2::text)
        and ($3::integer is null or w.game_id = $3::integer)
),
page as (
    select n from wanted order by n limit $4::integer offset $5::bigint
)
select
    '[' || coalesce((
        select string_agg(app.warning_json(w), ',' order by w.n)
        from page
        join app.job_warning as w on w.job_id = $1::text and w.n = page.n
    ), '') || ']' as findings,
    (select count(*) from wanted) as total
from app.job as j
where j.job_id = $1::text
