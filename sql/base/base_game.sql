-- base_game: the games that are built (page 10, 2), with what the schedule says of them.
-- asked_for: the game was named by its number in the selection.
-- grain: one row per game
-- by: game
-- analyze: yes
select
    game_id,
    file_id,
    path as file,
    kind,
    has_team,
    swapped,
    coalesce(game_id = any (game_ids), false) as asked_for,
    home_team,
    away_team,
    home_team_id,
    away_team_id,
    season_id,
    game_type,
    period_length,
    ot_period_length
from base_source
cross join run_parameter
join base_usable using (game_id)
where left_out is null and events >= 10
order by game_id
