-- base_event_lineup: the line-up on the ice at an event (warehouse page 11, 1). At a change
-- two of them fit: a face-off and what follows it in that second take the later one.
-- Line-ups are found by the minutes that they touch, so that an event meets a few of them,
-- not all of its period.
-- grain: one row per event with a line-up
-- analyze: yes
with
lineups as (
    select
        game_id,
        period,
        shift_id,
        shift_index,
        start_clock,
        end_clock,
        home_skaters,
        away_skaters,
        row_number() over (
            partition by game_id, period order by start_clock desc, shift_index
        ) as lineup_order
    from base_lineup
    where shift_id is not null
),

minutes as (
    select
        l.game_id,
        l.period,
        l.lineup_order,
        l.start_clock,
        l.end_clock,
        m.minute
    from lineups as l
    cross join lateral generate_series(
        floor(l.end_clock / 60)::integer, floor(l.start_clock / 60)::integer
    ) as m (minute)
),

events as (
    select
        game_id,
        period,
        event_order,
        clock,
        floor(clock / 60)::integer as minute,
        bool_or(is_faceoff) over (
            partition by game_id, period, clock order by event_order
        ) as is_after_faceoff
    from base_event_flag
),

fitting as (
    select
        e.game_id,
        e.period,
        e.event_order,
        case when e.is_after_faceoff then max(m.lineup_order) else min(m.lineup_order) end
            as lineup_order
    from events as e
    inner join minutes as m
        on m.game_id = e.game_id
        and m.period = e.period
        and m.minute = e.minute
        and e.clock between m.end_clock and m.start_clock
    group by e.game_id, e.period, e.event_order, e.is_after_faceoff
)

select
    f.game_id,
    f.event_order,
    l.shift_id,
    l.shift_index,
    l.home_skaters,
    l.away_skaters
from fitting as f
inner join lineups as l
    on l.game_id = f.game_id and l.period = f.period and l.lineup_order = f.lineup_order
