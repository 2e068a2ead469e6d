-- base_event_cycle: passing cycles and their events: at least three passes of one team in its
-- offensive zone without interruption (warehouse page 11, 6).
-- The page keeps a list of collected events. Here a list is a stretch of events of one team in
-- its zone o: it breaks before an event that ends a list whatever it was (a new period, dead
-- time, a stoppage, a face-off, no side, another team, another zone) and after one that ends
-- it by itself (a shot, a goal, a giveaway, an entry or exit).
-- grain: one row per collected event of a cycle
-- by: game
-- analyze: yes
with
seen as (
    select
        e.event_no,
        e.game_id,
        e.period,
        e.event_order,
        e.side,
        c.event_type,
        c.is_dead or c.is_stoppage or e.side is null as is_stop,
        c.is_faceoff,
        c.is_pass,
        c.is_turnover,
        c.event_type in ('Pass', 'Possession') as is_collectable,
        case
            when c.event_type = 'Shot' then 'shot'
            when c.event_type = 'Goal' then 'goal'
            when c.is_giveaway then 'turnover'
            when c.event_type = 'Zone_Entry_Exit' and c.event_detail is distinct from 'Zone_Keepin'
                then 'zone_change'
        end as ends_with,
        -- the event's own place, else the last known one of the period
        coalesce(position(e.home_zone in 'odn'), e.last_zone % 4) = case e.side
            when 'home' then 1
            when 'away' then 2
        end as is_in_zone
    from base_event_flag as e
    inner join base_event_code as c on c.code_no = e.code_no
    where c.event_type not in (
        'Rebound', 'Play', 'LoosePuck', 'Save', 'Penalty', 'Penalty_Delayed', 'Hit', 'Block'
    )
),

broken as (
    select
        *,
        is_stop
        or is_faceoff
        or is_in_zone is not true
        or coalesce(lag(period) over so_far <> period, true)
        or side is distinct from lag(side) over so_far
        or lag(ends_with) over so_far is not null as is_break,
        case
            when lead(period) over so_far is distinct from period then 'period_end'
            when lead(is_stop) over so_far then 'stoppage'
            when lead(is_faceoff) over so_far then 'faceoff'
            when lead(side) over so_far <> side then
                case when lead(is_turnover) over so_far then 'turnover' else 'possession_change' end
            else 'zone_change'
        end as followed_by
    from seen
    window so_far as (partition by game_id order by period, event_order)
),

stretches as (
    select
        *,
        count(*) filter (where is_break) over so_far as stretch
    from broken
    window so_far as (partition by game_id order by period, event_order)
),

lists as (
    select
        *,
        is_collectable and is_in_zone as is_start,
        count(*) filter (where is_pass and is_in_zone) over in_stretch as pass_count,
        count(*) filter (where is_collectable and is_in_zone) over (
            partition by game_id, stretch order by event_order
        ) as collected_so_far,
        last_value(coalesce(ends_with, followed_by)) over in_stretch as ended_with
    from stretches
    window in_stretch as (
        partition by game_id, stretch order by event_order
        rows between unbounded preceding and unbounded following
    )
)

select
    event_no,
    game_id,
    'CY' || game_id::text || lpad(
        dense_rank() over (partition by game_id order by stretch)::text, 4, '0'
    ) as cycle_key,
    is_pass,
    side,
    ended_with
from lists
where pass_count >= 3
    and (is_start or ends_with in ('shot', 'goal') and is_in_zone and collected_so_far > 0)
order by event_no
