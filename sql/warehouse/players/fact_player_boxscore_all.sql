-- fact_player_boxscore_all: fact_player_game_stats with the key of the box score.
-- doc: warehouse page 30, 4
-- grain: one row per game and skater
-- key: boxscore_key
-- by: game
-- order: boxscore_key
select
    game.*,
    player_game_key as boxscore_key
from fact_player_game_stats as game
order by boxscore_key
