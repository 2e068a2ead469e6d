-- fact_player_stats_long__has_the_game: fifteen rows per player game; a code that is a column of
-- the game has its value.
with
game as materialized (
    select player_game_key, to_jsonb(stats) as statistics
    from fact_player_game_stats as stats
),
long as (
    select
        player_game_key,
        stat_code,
        to_jsonb(stat_value) as value,
        count(*) over (partition by player_game_key) as codes
    from fact_player_stats_long
)
select player_game_key, stat_code, value, statistics -> stat_code as game
from game
full join long using (player_game_key)
where codes is distinct from 15
    or statistics ? stat_code
        and value is distinct from nullif(statistics -> stat_code, 'null')
    or stat_code = 'passes' and value is distinct from statistics -> 'pass_attempts'
    or stat_code = 'turnovers' and value is distinct from statistics -> 'giveaways'
    or stat_code = 'faceoffs_won' and value is distinct from statistics -> 'fo_wins'
    or stat_code = 'faceoffs_lost' and value is distinct from statistics -> 'fo_losses'
