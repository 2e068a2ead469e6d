-- fact_player_game_stats__goals_are_created_by_two: a team has at most two goal-creating actions
-- for each of its goals.
with
team as (
    select game_id, team_venue, count(*) as goals
    from fact_events
    where is_goal = 1 and period <= 4
    group by game_id, team_venue
),
skater as (
    select game_id, team_venue, sum(goal_creating_actions) as actions
    from fact_player_game_stats
    join fact_gameroster using (game_id, player_id)
    group by game_id, team_venue
)
select game_id, team_venue, actions, goals
from skater
left join team using (game_id, team_venue)
where actions > 2 * coalesce(goals, 0)
