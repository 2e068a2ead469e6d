-- fact_player_trends: the form of a skater from game to game, in the order of their dates.
-- doc: warehouse page 30, 5
-- grain: one row per skater and game
-- key: player_trend_key
with
game as (
    select stats.game_id, player_id, points, goals, toi_minutes, date
    from fact_player_game_stats as stats
    left join dim_schedule using (game_id)
)
select
    'PT' || game_id || '_' || player_id as player_trend_key,
    player_id,
    game_id,
    (row_number() over so_far)::integer as game_number,
    points,
    (sum(points) over so_far)::integer as cumulative_points,
    (avg(points) over (
        partition by player_id order by date nulls first, game_id
        rows between 2 preceding and current row
    ))::double precision as rolling_avg_points,
    goals,
    (sum(goals) over so_far)::integer as cumulative_goals,
    toi_minutes,
    case
        when points > lag(points) over so_far then 'up'
        when points < lag(points) over so_far then 'down'
        else 'neutral'
    end as trend_direction
from game
window so_far as (
    partition by player_id order by date nulls first, game_id
    rows between unbounded preceding and current row
)
order by player_trend_key
