-- fact_player_qoc_summary: ratings of the opponents and of the team-mates of a player, goalies too,
-- weighted by his seconds on the ice.
-- doc: warehouse page 20, 4
-- grain: one row per game and player
-- key: qoc_key
-- by: game
select
    player_id || '_' || game_id as qoc_key,
    game_id,
    player_id,
    avg_opp_rating,
    avg_mate_rating as avg_own_rating,
    avg_mate_rating - avg_opp_rating as rating_diff,
    shifts as shifts_tracked,
    started_at as _export_timestamp
from base_player_rating
cross join run_parameter
order by game_id, player_id
