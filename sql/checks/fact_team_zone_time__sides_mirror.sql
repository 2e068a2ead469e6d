-- fact_team_zone_time__sides_mirror: what is offensive for home is defensive for away; every game
-- has both sides.
select coalesce(h.game_id, a.game_id) as game_id
from (select * from fact_team_zone_time where venue = 'home') as h
full join (select * from fact_team_zone_time where venue = 'away') as a on a.game_id = h.game_id
where (h.offensive_zone_events, h.neutral_zone_events, h.defensive_zone_events)
    is distinct from (a.defensive_zone_events, a.neutral_zone_events, a.offensive_zone_events)
