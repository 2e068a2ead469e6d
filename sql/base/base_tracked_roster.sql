-- base_tracked_roster: the roster rows of the games that are built, with what their players really
-- played (page 10, fact_gameroster).
-- grain: one row per game and player
-- by: game
-- analyze: game_id, player_id
select
    game_id,
    player_id,
    team_id,
    side,
    coalesce(position_group, player_position) as player_position,
    position_id,
    goals
from base_roster
join base_game using (game_id)
left join base_stood using (game_id, player_id)
left join dim_position on position_name = coalesce(position_group, player_position)
