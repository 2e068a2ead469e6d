-- Jobs, newest first. One row: jobs (JSON array), next (job_id to pass as before for the
-- next page; null on the last), before_found (false: $4 is no job).
-- $1 kind, or null for all
-- $2 status, or null for all
-- $3 limit
-- $4 before: job_id that the page starts behind, or null
with
edge as (
    select j.ordinal from app.job as j where j.job_id = $4::text
),
found as (
    select j.job_id, j.ordinal, row_number() over (order by j.ordinal desc) as n
    from app.job as j
    where ($1::text is null or j.kind = $1::text)
        and ($2::text is null or j.status = $2::text)
        and ($4::text is null or j.ordinal < (select ordinal from edge))
    order by j.ordinal desc
    limit $3::integer + 1
)
select
    '[' || coalesce(string_agg(app.job_json(j), ',' order by j.ordinal desc)
        filter (where f.n <= $3::integer), '') || ']' as jobs,
    case when count(*) > $3::integer and $3::integer > 0 then
        max(f.job_id) filter (where f.n = $3::integer)
    end as next,
    $4::text is null or exists (select from edge) as before_found
from found as f
join app.job as j using (job_id)
