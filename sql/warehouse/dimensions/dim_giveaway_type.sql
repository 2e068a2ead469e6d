-- dim_giveaway_type: kinds of giveaway, from dim_event_detail_2.
-- is_bad: the player lost the puck, instead of getting rid of it.
-- grain: one row per code
-- key: giveaway_type_id
with
codes as (
    select
        event_detail_2_code as code,
        row_number() over (order by event_detail_2_code collate "C") as n
    from dim_event_detail_2
    where event_detail_2_code like 'Giveaway\_%'
)
select
    'GA' || lpad(n::text, 4, '0') as giveaway_type_id,
    code as giveaway_type_code,
    replace(code, '_', ' ') as giveaway_type_name,
    substr(code, 10) in (
        'Misplayed',
        'PassBlocked',
        'PassIntercepted',
        'PassMissed',
        'PassReceiverMissed',
        'ZoneEntry_ExitMisplay'
    ) as is_bad
from codes
order by n
