-- dim_takeaway_type: kinds of takeaway, from dim_event_detail_2.
-- grain: one row per code
-- key: takeaway_type_id
with
codes as (
    select
        event_detail_2_code as code,
        row_number() over (order by event_detail_2_code collate "C") as n
    from dim_event_detail_2
    where event_detail_2_code like 'Takeaway\_%'
)
select
    'TA' || lpad(n::text, 4, '0') as takeaway_type_id,
    code as takeaway_type_code,
    replace(code, '_', ' ') as takeaway_type_name
from codes
order by n
