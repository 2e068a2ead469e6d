-- qa_data_completeness: whether a game was recorded to its end: events and shifts in each of the
-- three periods, and a roster of both teams. Shifts may lack one per cent of a period.
-- doc: warehouse page 31, 3
-- grain: one row per tracked game
-- key: qa_key
-- by: game
-- order: qa_key
with
periods as (
    select
        game_id,
        bool_and(lowest_clock is not null) as has_events,
        bool_and(coalesce(shift_seconds >= 0.99 * length, false)) as has_shifts
    from base_period_tracked
    where period <= 3
    group by game_id
),

rosters as (
    select g.game_id, count(distinct r.team_id) = 2 as has_rosters
    from base_game as g
    inner join base_tracked_roster as r
        on r.game_id = g.game_id and r.team_id in (g.home_team_id, g.away_team_id)
    group by g.game_id
)

select
    'QA_COMPLETE_' || p.game_id::text as qa_key,
    p.game_id,
    p.has_events,
    p.has_shifts,
    coalesce(r.has_rosters, false) as has_rosters,
    p.has_events and p.has_shifts and coalesce(r.has_rosters, false) as is_complete,
    u.started_at as check_date
from periods as p
left join rosters as r on r.game_id = p.game_id
cross join run_parameter as u
order by qa_key
