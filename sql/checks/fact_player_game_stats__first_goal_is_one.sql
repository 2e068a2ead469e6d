-- fact_player_game_stats__first_goal_is_one: at most a scorer and his helpers were in on the first
-- goal of a game, all of one team; each of them has a point.
select
    game_id,
    sum(first_goal_involvement) as involved,
    count(distinct team_id) as teams,
    min(points) as fewest_points
from fact_player_game_stats
where first_goal_involvement = 1
group by game_id
having sum(first_goal_involvement) > 3 or count(distinct team_id) > 1 or min(points) < 1
