-- fact_playergames: the keys of fact_gameroster, in its order.
-- grain: one row per game and player
-- key: playergame_key
select
    player_id,
    game_id,
    player_id || '_' || game_id as playergame_key,
    started_at as _export_timestamp
from base_roster
cross join run_parameter
order by row
