-- qa_goal_accuracy: the tracked goals against the official score. A match is one of both sides; the
-- numbers are of the whole game. The shoot-out has no goals.
-- doc: warehouse page 31, 3
-- grain: one row per tracked game
-- key: qa_key
-- by: game
-- order: qa_key
with
goals as (
    select
        game_id,
        count(*) as goals,
        count(*) filter (where side = 'home') as home_goals,
        count(*) filter (where side = 'away') as away_goals
    from base_goal
    where period <= 4
    group by game_id
)

select
    'QA_GOAL_' || g.game_id::text as qa_key,
    g.game_id,
    s.date as game_date,
    s.home_team_name as home_team,
    s.away_team_name as away_team,
    s.home_total_goals + s.away_total_goals as expected_goals,
    coalesce(t.goals, 0)::integer as actual_goals,
    case when s.home_total_goals + s.away_total_goals is not null then
        coalesce(t.home_goals, 0) = s.home_total_goals
            and coalesce(t.away_goals, 0) = s.away_total_goals
    end as match,
    coalesce(t.goals, 0)::integer - (s.home_total_goals + s.away_total_goals) as difference,
    u.started_at as check_date
from base_game as g
inner join dim_schedule as s on s.game_id = g.game_id
left join goals as t on t.game_id = g.game_id
cross join run_parameter as u
order by qa_key
