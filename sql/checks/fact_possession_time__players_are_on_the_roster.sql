-- fact_possession_time__players_are_on_the_roster: a player plays for the team that has him on its
-- roster, and on its side.
select p.game_id, p.player_id, p.team_id, p.venue
from fact_possession_time as p
left join fact_gameroster as r
    on r.game_id = p.game_id and r.player_id = p.player_id and r.team_id = p.team_id
where r.venue_id is distinct from p.venue_id or r.player_id is null
