-- fact_player_period_stats__agrees_with_the_columns: a period of a skater is what his game says of
-- that period.
with
game as (
    select player_id, game_id, part.period, part.goals, part.shots, part.toi_seconds
    from fact_player_game_stats
    cross join lateral (values
        (1, p1_goals, p1_shots, p1_toi_seconds),
        (2, p2_goals, p2_shots, p2_toi_seconds),
        (3, p3_goals, p3_shots, p3_toi_seconds)
    ) as part (period, goals, shots, toi_seconds)
),
kept as (
    select distinct game_id, player_id
    from fact_shift_players
    where position = 'G'
)
select player_period_key, game.goals, period.goals, game.shots, period.shots
from game
left join fact_player_period_stats as period using (game_id, player_id, period)
left join kept using (game_id, player_id)
where game.goals <> coalesce(period.goals, 0)
    or game.shots <> coalesce(period.shots, 0)
    or kept.player_id is null and game.toi_seconds <> coalesce(period.toi_seconds, 0)
