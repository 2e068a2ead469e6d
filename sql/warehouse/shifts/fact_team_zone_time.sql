-- fact_team_zone_time: how the events of a game spread over the zones, seen from either team. A
-- count of events of both teams, not of seconds; it needs no shifts.
-- doc: warehouse page 20, 7
-- grain: one row per game and side
-- key: zone_time_key
-- by: game
with
counted as (
    select
        game_id,
        (count(*) filter (where home_zone = 'o' and period <= 4))::integer as home_o,
        (count(*) filter (where home_zone = 'n' and period <= 4))::integer as home_n,
        (count(*) filter (where home_zone = 'd' and period <= 4))::integer as home_d
    from base_event_flag
    group by game_id
),
sided as (
    select game_id, 'home' as venue, home_o as o, home_n as n, home_d as d from counted
    union all
    select game_id, 'away', home_d, home_n, home_o from counted
)
select
    game_id || '_' || venue as zone_time_key,
    game_id,
    venue,
    o as offensive_zone_events,
    n as neutral_zone_events,
    d as defensive_zone_events,
    100 * o::double precision / nullif(o + n + d, 0) as oz_pct,
    started_at as _export_timestamp
from sided
cross join run_parameter
order by game_id, venue desc
