-- base_period_tracked: how much of a period the tracker recorded, in seconds (page 31, 3).
-- first_clock, last_clock: of the first and the last event; lowest_clock: of the events other than
-- GameStart, GameEnd and Intermission; shift_seconds: the shifts with somebody of home on the ice.
-- NULL where there is none.
-- grain: one row per game and period
-- by: game
with
events as (
    select
        e.game_id,
        e.period,
        max(e.clock) as first_clock,
        min(e.clock) as last_clock,
        count(*) filter (where e.is_goal) as goals,
        min(e.clock) filter (
            where e.event_type is null
                or e.event_type not in ('GameStart', 'GameEnd', 'Intermission')
        ) as lowest_clock
    from base_event_flag as e
    group by e.game_id, e.period
),

shifts as (
    select game_id, period, sum(shift_duration::numeric)::double precision as shift_seconds
    from fact_shifts
    where home_team_strength > 0 or home_team_en = 0
    group by game_id, period
)

select
    p.game_id,
    p.period,
    p.length,
    e.game_id is not null as has_events,
    e.first_clock,
    e.last_clock,
    e.lowest_clock,
    coalesce(e.goals, 0) as goals,
    s.shift_seconds
from base_period as p
left join events as e on e.game_id = p.game_id and e.period = p.period
left join shifts as s on s.game_id = p.game_id and s.period = p.period
