-- base_goalie_of_game: the goalies of a game (page 30, 2): in slot G of a shift, or rostered as
-- Goalie; in a tracked game the roster's position is that of the ice (fact_gameroster).
-- grain: one row per game, side and player
-- by: game
with
stood as (
    select game_id, side, player_id, true as from_shift
    from base_lineup_player
    where position = 'G' and player_id is not null
    group by game_id, side, player_id
),
rostered as (
    select game_id, team_venue as side, player_id, true as rostered
    from fact_gameroster
    join base_game using (game_id)
    where player_position = 'Goalie' and team_venue is not null
)
select
    game_id,
    side,
    player_id,
    coalesce(from_shift, false) as from_shift,
    coalesce(rostered, false) as rostered
from stood
full join rostered using (game_id, side, player_id)
