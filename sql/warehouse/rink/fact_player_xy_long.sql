-- fact_player_xy_long: the points of a player over an event, in feet from centre ice with the
-- event's team attacking +x, on opponents' rows too.
-- doc: warehouse page 40, 9
-- grain: one row per event, role and point
-- key: player_xy_key
-- by: game
-- order: player_xy_key
select
    natural_key('PXL', point.game_id, point.event_index) || path_role(point.role)
        || two_digits(point_number) as player_xy_key,
    natural_key('EV', point.game_id, point.event_index) as event_id,
    point.game_id,
    point.event_index,
    natural_key('EV', point.game_id, point.event_index) as event_key,
    player.player_id,
    natural_key('EP', point.game_id, point.event_index) || path_role(point.role) as player_key,
    case player.side when 'home' then home_team_id when 'away' then away_team_id end as team_id,
    player.side as team_venue,
    player_full_name as player_name,
    point.role as player_role,
    player.kind = 'event' as is_event_team,
    point_number,
    x,
    y,
    at as "timestamp",
    coarse_zone(x) as rink_zone_id,
    case point.side when 'home' then coarse_zone(x) else coarse_zone(- x) end as rink_zone_id_home,
    case point.side when 'away' then coarse_zone(x) else coarse_zone(- x) end as rink_zone_id_away,
    net_distance(x, y) as distance_to_net,
    net_angle(x, y) as angle_to_net,
    started_at as _export_timestamp
from base_point as point
join base_event_player as player using (event_no, role)
join base_game as game on game.game_id = point.game_id
left join dim_player using (player_id)
cross join run_parameter
where path = 'player'
order by player_xy_key
