-- base_goalie_of_game: the goalies of a game (page 30, 2): in slot G of a shift, or Goalie on the
-- roster, whose position is that of the ice.
-- grain: one row per game, side and player
-- by: game
with
stood as (
    select game_id, side, player_id, true as from_shift
    from base_player_slot
    where slot = 'G'
    group by game_id, side, player_id
),
rostered as (
    select game_id, side, player_id, true as rostered
    from base_tracked_roster
    where player_position = 'Goalie' and side is not null
)
select
    game_id,
    side,
    player_id,
    coalesce(from_shift, false) as from_shift,
    coalesce(rostered, false) as rostered
from stood
full join rostered using (game_id, side, player_id)
