-- finding_score_differs: games whose tracked goals are not the official score (page 10, 5). The
-- shoot-out has no goals.
-- grain: one row per finding
-- by: game
with
goals as (
    select
        game_id,
        count(*) filter (where is_goal and side = 'home') as home_goals,
        count(*) filter (where is_goal and side = 'away') as away_goals
    from base_event_flag
    where period <= 4
    group by game_id
)

select
    'warning' as severity,
    'score_differs' as kind,
    t.game_id,
    g.file,
    null::text as sheet,
    null::integer as row,
    null::text as column_name,
    t.home_goals::text || '-' || t.away_goals::text as value,
    'tracked ' || t.home_goals::text || '-' || t.away_goals::text || ', official '
        || s.home_total_goals::text || '-' || s.away_total_goals::text as message
from goals as t
inner join base_game as g on g.game_id = t.game_id
inner join dim_schedule as s on s.game_id = t.game_id
where t.home_goals <> s.home_total_goals or t.away_goals <> s.away_total_goals
