-- Log lines of a job as the API answers them: job_id, lines, next_after, complete.
-- No row: no such job.
-- $1 job_id
-- $2 after: lines with a greater seq
-- $3 limit
-- $4 level: this one or above (debug, info, warning, error)
with
wanted as (
    select l.seq, app.log_json(l) as line, row_number() over (order by l.seq) as n
    from app.job_log as l
    where l.job_id = $1::text
        and l.seq > $2::bigint
        and app.level_rank(l.level) >= app.level_rank($4::text)
    order by l.seq
    limit $3::integer + 1
),
page as (
    select
        '[' || coalesce(string_agg(line, ',' order by seq), '') || ']' as lines,
        coalesce(max(seq), $2::bigint) as next_after
    from wanted
    where n <= $3::integer
)
select
    '{"job_id":' || to_json(j.job_id)::text
        || ',"lines":' || page.lines
        || ',"next_after":' || page.next_after
        || ',"complete":' || to_json(
            j.status not in ('pending', 'running')
                and (select count(*) from wanted) <= $3::integer
        )::text
        || '}' as logs
from app.job as j
cross join page
where j.job_id = $1::text
