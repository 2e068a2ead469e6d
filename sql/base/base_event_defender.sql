-- base_event_defender: the opponents' skaters of an event (page 30, 2): of the players who are no
-- goalie of the game the one with the lowest role number is the primary defender, the others
-- support him. A number that is not on the roster is nobody's.
-- grain: one row per event and defender
-- by: game
select
    player.event_no,
    player.game_id,
    player.player_id,
    row_number() over (partition by player.event_no order by player.n) = 1 as is_primary
from base_event_player as player
where kind = 'opp'
    and player_id is not null
    and not exists (
        select
        from base_goalie_of_game as goalie
        where goalie.game_id = player.game_id
            and goalie.player_id = player.player_id
    )
