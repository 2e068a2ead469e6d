-- dim_stoppage_type: kinds of stoppage, from dim_event_detail.
-- grain: one row per code
-- key: stoppage_type_id
with
codes as (
    select
        event_detail_code as code,
        row_number() over (order by event_detail_code collate "C") as n
    from dim_event_detail
    where event_detail_code like 'Stoppage%'
)
select
    'SP' || lpad(n::text, 4, '0') as stoppage_type_id,
    code as stoppage_type_code,
    replace(code, '_', ' ') as stoppage_type_name
from codes
order by n
