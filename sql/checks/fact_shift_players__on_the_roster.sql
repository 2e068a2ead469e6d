-- fact_shift_players__on_the_roster: a linked player is on the roster of his team in the game.
select p.shift_player_id, p.player_id, p.team_id
from fact_shift_players as p
left join fact_gameroster as r
    on r.game_id = p.game_id and r.player_id = p.player_id and r.team_id = p.team_id
where p.player_id is not null and r.player_id is null
