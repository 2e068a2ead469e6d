-- fact_player_game_stats__pressure_is_whole: where a game recorded pressure the counts are there
-- and parts of the plays under pressure, elsewhere the whole block is NULL.
with
recorded as (
    select game_id, max(pressured_pressurer) is not null as has_pressure
    from fact_event_players
    group by game_id
)
select
    player_game_key, has_pressure, plays_under_pressure, pressure_success_count,
    pressure_giveaways, poise_index
from fact_player_game_stats
join recorded using (game_id)
where (
        num_nonnulls(
            plays_under_pressure, plays_not_pressured, pressure_success_count, pressure_giveaways
        ) <> case when has_pressure then 4 else 0 end
    )
    or not has_pressure and num_nonnulls(
        pressure_rate, pressure_success_pct, unpressured_success_pct, pressure_differential,
        poise_index
    ) > 0
    or pressure_success_count > plays_under_pressure
    or pressure_giveaways > least(plays_under_pressure, giveaways)
    or (poise_index is null) <> (pressure_success_pct is null)
