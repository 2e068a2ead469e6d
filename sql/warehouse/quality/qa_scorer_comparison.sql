-- qa_scorer_comparison: do the player games of a game add up to its events, and to the roster of
-- the league? A shooter whose number is on no roster is why they may not.
-- doc: warehouse page 31, 3
-- grain: one row per tracked game and metric
-- key: comparison_key
-- by: game
-- order: comparison_key
with
goals as (
    select game_id, count(*) as goals
    from base_goal
    where period <= 4
    group by game_id
),

shots as (
    select
        game_id,
        count(*) as shots,
        count(*) filter (where is_sog) as sog
    from base_shot
    where period <= 4
    group by game_id
),

assists as (
    select game_id, count(*) as assists
    from base_assist
    where period <= 4
    group by game_id
),

roster as (
    select game_id, coalesce(sum(goals), 0) as goals
    from base_tracked_roster
    group by game_id
),

players as (
    select
        game_id,
        sum(goals) as goals,
        sum(shots) as shots,
        sum(sog) as sog,
        sum(assists) as assists
    from fact_player_game_stats
    group by game_id
),

compared as (
    select
        b.game_id,
        v.metric,
        v.events_value::integer as events_value,
        v.stats_value::integer as stats_value
    from base_recorded as b
    left join goals as g on g.game_id = b.game_id
    left join shots as s on s.game_id = b.game_id
    left join assists as a on a.game_id = b.game_id
    left join roster as r on r.game_id = b.game_id
    left join players as p on p.game_id = b.game_id
    cross join lateral (
        values
            ('goals', coalesce(g.goals, 0), coalesce(p.goals, 0)),
            ('shots', coalesce(s.shots, 0), coalesce(p.shots, 0)),
            ('sog', coalesce(s.sog, 0), coalesce(p.sog, 0)),
            ('assists', case when b.tags then coalesce(a.assists, 0) end, coalesce(p.assists, 0)),
            ('official_goals', r.goals, coalesce(p.goals, 0))
    ) as v (metric, events_value, stats_value)
    where v.events_value is not null
)

select
    c.game_id::text || '_' || c.metric as comparison_key,
    c.game_id,
    c.metric,
    c.events_value,
    c.stats_value,
    c.events_value = c.stats_value as match,
    abs(c.events_value - c.stats_value) as difference,
    u.started_at as _export_timestamp
from compared as c
cross join run_parameter as u
order by comparison_key
