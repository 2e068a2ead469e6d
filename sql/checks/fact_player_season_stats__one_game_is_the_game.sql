-- fact_player_season_stats__one_game_is_the_game: a season of one game equals that game in every
-- column that both have.
with
game as materialized (
    select
        stats.player_id,
        stats.season_id,
        of_game.game_type,
        to_jsonb(stats) - '_export_timestamp' as statistics
    from fact_player_game_stats as stats
    left join dim_schedule as schedule using (game_id)
    cross join lateral (values (coalesce(schedule.game_type, 'Regular')), ('All'))
        as of_game (game_type)
)
select season.player_season_key, statistic.key, statistic.value, statistics -> statistic.key as game
from fact_player_season_stats as season
join game using (player_id, season_id, game_type)
cross join lateral jsonb_each(to_jsonb(season)) as statistic
where games_played = 1
    and statistics ? statistic.key
    and statistics -> statistic.key is distinct from statistic.value
