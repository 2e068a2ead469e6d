-- fact_player_trends__games_add_up: the games of a player are numbered from 1 in the order of their
-- dates, and what adds up grows by the game's own.
with
game as (
    select
        trend.*,
        row_number() over in_order as number,
        coalesce(lag(cumulative_points) over in_order, 0) as points_before,
        coalesce(lag(cumulative_goals) over in_order, 0) as goals_before,
        lag(points) over in_order as previous_points
    from fact_player_trends as trend
    left join dim_schedule using (game_id)
    window in_order as (partition by player_id order by date nulls first, game_id)
)
select player_trend_key, game_number, number, cumulative_points, cumulative_goals, trend_direction
from game
full join fact_player_game_stats as stats using (game_id, player_id)
where game_number is distinct from number
    or game.points is distinct from stats.points
    or game.goals is distinct from stats.goals
    or cumulative_points is distinct from points_before + game.points
    or cumulative_goals is distinct from goals_before + game.goals
    or trend_direction is distinct from case sign(game.points - previous_points)
        when 1 then 'up'
        when -1 then 'down'
        else 'neutral'
    end
