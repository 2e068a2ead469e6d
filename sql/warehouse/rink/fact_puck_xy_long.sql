-- fact_puck_xy_long: the points of the puck over an event, in feet from centre ice with the event's
-- team attacking +x.
-- doc: warehouse page 40, 9
-- grain: one row per event and point
-- key: puck_xy_key
-- by: game
-- order: puck_xy_key
select
    natural_key('PKL', game_id, event_index) || two_digits(point_number) as puck_xy_key,
    natural_key('EV', game_id, event_index) as event_id,
    game_id,
    event_index,
    natural_key('EV', game_id, event_index) as event_key,
    point_number,
    x,
    y,
    z,
    at as "timestamp",
    cell as rink_coord_id,
    case side when 'home' then cell else grid_cell(- x, - y) end as rink_coord_id_home,
    case side when 'away' then cell else grid_cell(- x, - y) end as rink_coord_id_away,
    net_distance(x, y) as distance_to_net,
    net_angle(x, y) as angle_to_net,
    started_at as _export_timestamp
from base_point
cross join run_parameter
where path = 'puck'
order by puck_xy_key
