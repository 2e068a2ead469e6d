-- fact_puck_xy_long__seen_from_one_side: the cell seen from the event's team is that of the side
-- that the event belongs to.
select puck_xy_key, team_venue, rink_coord_id, rink_coord_id_home, rink_coord_id_away
from fact_puck_xy_long
join fact_events using (event_id)
where rink_coord_id is distinct from
    case team_venue when 'home' then rink_coord_id_home when 'away' then rink_coord_id_away end
