-- fact_event_players__linked_players_are_on_the_roster: a linked player is on the roster of the
-- row's team in that game.
select event_id, player_role, player_id, team_id
from fact_event_players as player
where player_id is not null
    and not exists (
        select from fact_gameroster as roster
        where roster.game_id = player.game_id
            and roster.player_id = player.player_id
            and roster.team_id = player.team_id
    )
