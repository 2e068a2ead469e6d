-- base_goalie_net: how long a goalie stood in net in a game, and whether he started: who stood
-- there in the first shift; everybody in a game without shifts. Periods 1 to 4.
-- grain: one row per goalie and game of fact_goalie_game_stats
-- by: game
-- keep: yes
with
netted as (
    select game_id, player_id, sum(seconds) as seconds
    from base_player_slot
    where slot = 'G' and period between 1 and 4
    group by game_id, player_id
),
starter as (
    select distinct on (game_id) game_id, home_goalie_id, away_goalie_id
    from fact_shifts
    order by game_id, period, shift_start_total_seconds desc, shift_index
)
select
    game_id,
    player_id,
    netted.seconds,
    starter.game_id is null or coalesce(
        player_id = case venue when 'home' then home_goalie_id else away_goalie_id end, false
    ) as is_starter
from fact_goalie_game_stats
left join netted using (game_id, player_id)
left join starter using (game_id)
