-- base_event_lineup: the line-up on the ice at an event (warehouse page 11, 1). At a change
-- two of them fit: a face-off and what follows it in that second take the later one.
-- Line-ups are found by the minutes that they touch, so that an event meets a few of them,
-- not all of its period. home_class, away_class: the strength class of either side.
-- grain: one row per event with a line-up
-- by: game
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
        strength_class(home_skaters, away_skaters, home_goalie is null, away_goalie is null)
            as home_class,
        strength_class(away_skaters, home_skaters, away_goalie is null, home_goalie is null)
            as away_class,
        row_number() over (order by game_id, period, start_clock desc, shift_index) as lineup_no
    from base_lineup
    where shift_id is not null
),

minutes as (
    select
        l.game_id,
        l.period,
        l.lineup_no,
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
        event_no,
        game_id,
        period,
        clock,
        floor(clock / 60)::integer as minute,
        bool_or(is_faceoff) over (
            partition by game_id, period, clock order by event_no
        ) as is_after_faceoff
    from base_event_flag
),

fitting as (
    select
        e.event_no,
        case when bool_or(e.is_after_faceoff) then max(m.lineup_no) else min(m.lineup_no) end
            as lineup_no
    from events as e
    inner join minutes as m
        on m.game_id = e.game_id
        and m.period = e.period
        and m.minute = e.minute
        and e.clock between m.end_clock and m.start_clock
    group by e.event_no
)

select
    f.event_no,
    l.game_id,
    l.shift_id,
    l.shift_index,
    l.home_skaters,
    l.away_skaters,
    l.home_class,
    l.away_class
from fitting as f
inner join lineups as l on l.lineup_no = f.lineup_no
