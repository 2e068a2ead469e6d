-- lookup_player_game_rating: ratings of the two sides around a player in a game, himself in his
-- own, weighted by his seconds on the ice.
-- doc: warehouse page 20, 4
-- grain: one row per game and player
-- key: lookup_key
-- by: game
select
    game_id,
    player_id,
    avg_team_rating as avg_rating,
    avg_opp_rating,
    player_id || '_' || game_id as lookup_key,
    started_at as _export_timestamp
from base_player_rating
cross join run_parameter
order by game_id, player_id
