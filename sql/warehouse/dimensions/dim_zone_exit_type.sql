-- dim_zone_exit_type: kinds of zone exit, from dim_event_detail_2.
-- grain: one row per code
-- key: zone_exit_type_id
with
codes as (
    select
        event_detail_2_code as code,
        row_number() over (order by event_detail_2_code collate "C") as n
    from dim_event_detail_2
    where event_detail_2_code like 'ZoneExit\_%'
)
select
    'ZX' || lpad(n::text, 4, '0') as zone_exit_type_id,
    code as zone_exit_type_code,
    replace(substr(code, 10), '_', ' ') as zone_exit_type_name,
    substr(code, 10) in ('Carried', 'CarriedBreakaway', 'Pass') as is_controlled
from codes
order by n
