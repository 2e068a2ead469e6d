-- fact_player_qoc_summary__agrees_with_game_stats: who never kept the net has the ratings of
-- fact_player_game_stats, in lookup_player_game_rating too.
with
keeper as (
    select distinct game_id, player_id from fact_shift_players where position = 'G'
)
select game_id, player_id
from fact_player_qoc_summary as around
join lookup_player_game_rating as side using (game_id, player_id)
join fact_player_game_stats as stats using (game_id, player_id)
left join keeper using (game_id, player_id)
where keeper.game_id is null and (
    abs(around.avg_opp_rating - stats.opp_avg_rating) > 1e-9
    or abs(around.avg_own_rating - stats.qot_rating) > 1e-9
    or abs(side.avg_rating - stats.team_avg_rating) > 1e-9
    or num_nulls(around.avg_opp_rating, around.avg_own_rating, side.avg_rating)
        <> num_nulls(stats.opp_avg_rating, stats.qot_rating, stats.team_avg_rating)
)
