-- base_event_cycle: passing cycles and their events: at least three passes of one team in its
-- offensive zone without interruption (warehouse page 11, 6).
-- The page keeps a list of collected events. Here a list is the events of one team in its zone o
-- with nothing between them that ends a list whatever it was (a new period, dead time, a stoppage,
-- a face-off, no side, another team, another zone) and none before the last that ends it by
-- itself (a shot, a goal, a giveaway, an entry or exit). after_no, the last such event before, is
-- the same for all of a list.
-- grain: one row per collected event of a cycle
-- by: game
-- analyze: yes
with
seen as (
    select
        e.event_no,
        e.game_id,
        e.period,
        e.side,
        c.is_pass,
        c.event_type in ('Pass', 'Possession') as is_collectable,
        case
            when c.event_type = 'Shot' then 'shot'
            when c.event_type = 'Goal' then 'goal'
            when c.is_giveaway then 'turnover'
            when c.event_type = 'Zone_Entry_Exit' and c.event_detail is distinct from 'Zone_Keepin'
                then 'zone_change'
        end as ends_with,
        not (c.is_dead or c.is_stoppage or c.is_faceoff)
        -- the event's own place, else the last known one of the period
        and coalesce(
            coalesce(position(e.home_zone in 'odn'), e.last_zone % 4) = case e.side
                when 'home' then 1
                when 'away' then 2
            end,
            false
        ) as is_in_list
    from base_event_flag as e
    inner join base_event_code as c on c.code_no = e.code_no
    where c.event_type not in (
        'Rebound', 'Play', 'LoosePuck', 'Save', 'Penalty', 'Penalty_Delayed', 'Hit', 'Block'
    )
),

followed as (
    select
        *,
        lead(event_no) over before_it as next_no,
        coalesce(
            greatest(
                max(event_no) filter (where not is_in_list or ends_with is not null)
                    over before_it,
                case side
                    when 'home' then max(event_no) filter (where side = 'away') over before_it
                    when 'away' then max(event_no) filter (where side = 'home') over before_it
                end
            ),
            0
        ) as after_no
    from seen
    window before_it as (
        partition by game_id, period order by event_no
        rows between unbounded preceding and 1 preceding
    )
),

members as materialized (
    select * from followed where is_in_list
),

lists as (
    select
        game_id,
        period,
        after_no,
        min(event_no) as first_no,
        max(event_no) as last_no,
        max(next_no) as next_no,
        min(side) as side,
        max(ends_with) as ends_with
    from members
    group by game_id, period, after_no
    having count(*) filter (where is_pass) >= 3
),

cycles as (
    select
        l.game_id,
        l.period,
        l.after_no,
        'CY' || l.game_id::text || lpad(
            row_number() over (partition by l.game_id order by l.first_no)::text, 4, '0'
        ) as cycle_key,
        coalesce(
            l.ends_with,
            case
                when n.event_no is null then 'period_end'
                when n.is_dead or n.is_stoppage or n.side is null then 'stoppage'
                when n.is_faceoff then 'faceoff'
                when n.side <> l.side then
                    case when n.is_turnover then 'turnover' else 'possession_change' end
                else 'zone_change'
            end
        ) as ended_with
    from lists as l
    left join base_event_flag as n on n.event_no = l.next_no and l.next_no > l.last_no
)

select
    m.event_no,
    m.game_id,
    c.cycle_key,
    m.is_pass,
    m.side,
    c.ended_with
from cycles as c
inner join members as m
    on m.game_id = c.game_id and m.period = c.period and m.after_no = c.after_no
where m.is_collectable or m.ends_with in ('shot', 'goal')
order by m.event_no
