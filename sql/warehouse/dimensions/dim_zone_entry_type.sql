-- dim_zone_entry_type: kinds of zone entry, from dim_event_detail_2.
-- grain: one row per code
-- key: zone_entry_type_id
with
codes as (
    select
        event_detail_2_code as code,
        row_number() over (order by event_detail_2_code collate "C") as n
    from dim_event_detail_2
    where event_detail_2_code like 'ZoneEntry\_%'
)
select
    'ZE' || lpad(n::text, 4, '0') as zone_entry_type_id,
    code as zone_entry_type_code,
    replace(substr(code, 11), '_', ' ') as zone_entry_type_name,
    substr(code, 11) in ('Carried', 'CarriedBreakaway', 'Pass') as is_controlled
from codes
order by n
