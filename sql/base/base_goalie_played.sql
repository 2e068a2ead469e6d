-- base_goalie_played: the goalie games of fact_goalie_game_stats with what roll-ups need beside its
-- columns: seconds in net, whether he started, season and game type, place in the order of games.
-- grain: one row per goalie and game
with
netted as (
    select game_id, player_id, sum(shift_duration) as seconds
    from fact_shift_players
    where position = 'G' and player_id is not null and period between 1 and 4
    group by game_id, player_id
),
starter as (
    select distinct on (game_id) game_id, home_goalie_id, away_goalie_id
    from fact_shifts
    order by game_id, period, shift_start_total_seconds desc, shift_index
)
select
    goalie.*,
    netted.seconds,
    starter.game_id is null or coalesce(
        player_id = case venue when 'home' then home_goalie_id else away_goalie_id end, false
    ) as is_starter,
    schedule.season_id,
    schedule.season,
    coalesce(schedule.game_type, 'Regular') as game_type,
    game_place(schedule.date, goalie.game_id) as place
from fact_goalie_game_stats as goalie
left join netted using (game_id, player_id)
left join starter using (game_id)
left join dim_schedule as schedule on schedule.game_id = goalie.game_id
