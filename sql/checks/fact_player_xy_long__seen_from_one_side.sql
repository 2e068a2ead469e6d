-- fact_player_xy_long__seen_from_one_side: the zone seen from the event's team is that of the side
-- that the event belongs to, which is the player's own unless he is an opponent.
select player_xy_key, team_venue, rink_zone_id, rink_zone_id_home, rink_zone_id_away
from fact_player_xy_long
where rink_zone_id is distinct from case
    when (team_venue = 'home') = is_event_team then rink_zone_id_home
    else rink_zone_id_away
end
