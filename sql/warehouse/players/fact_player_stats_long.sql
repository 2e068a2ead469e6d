-- fact_player_stats_long: fifteen statistics of a player game, one a row.
-- doc: warehouse page 30, 5
-- grain: one row per skater, game and statistic
-- key: stat_long_key
-- by: game
-- order: stat_long_key
select
    player_game_key,
    game_id,
    player_id,
    stat_code,
    stat_value,
    player_game_key || '_' || stat_code as stat_long_key,
    _export_timestamp
from fact_player_game_stats
cross join lateral (values
    ('goals', goals::double precision),
    ('assists', assists),
    ('points', points),
    ('shots', shots),
    ('sog', sog),
    ('passes', pass_attempts),
    ('takeaways', takeaways),
    ('giveaways', giveaways),
    ('turnovers', giveaways),
    ('faceoffs_won', fo_wins),
    ('faceoffs_lost', fo_losses),
    ('blocks', blocks),
    ('hits', hits),
    ('toi_seconds', toi_seconds),
    ('toi_minutes', toi_minutes)
) as stat (stat_code, stat_value)
order by stat_long_key
