-- fact_player_xy_long: the points of a player over an event, in feet from centre ice with the
-- event's team attacking +x, on opponents' rows too.
-- doc: warehouse page 40, 9
-- grain: one row per event, role and point
-- key: player_xy_key
-- by: game
-- order: player_xy_key
with
point as (
    select
        *,
        role like 'event%' as is_event_team,
        case when role like 'event%' then side else other_side(side) end as player_side
    from base_point
    where path = 'player'
)
select
    natural_key('PXL', point.game_id, event_index) || path_role(role) || two_digits(point_number)
        as player_xy_key,
    natural_key('EV', point.game_id, event_index) as event_id,
    point.game_id,
    event_index,
    natural_key('EV', point.game_id, event_index) as event_key,
    player_id,
    natural_key('EP', point.game_id, event_index) || path_role(role) as player_key,
    case player_side when 'home' then home_team_id else away_team_id end as team_id,
    player_side as team_venue,
    player_full_name as player_name,
    role as player_role,
    is_event_team,
    point_number,
    x,
    y,
    at as "timestamp",
    coarse_zone(x) as rink_zone_id,
    case side when 'home' then coarse_zone(x) else coarse_zone(- x) end as rink_zone_id_home,
    case side when 'away' then coarse_zone(x) else coarse_zone(- x) end as rink_zone_id_away,
    net_distance(x, y) as distance_to_net,
    net_angle(x, y) as angle_to_net,
    started_at as _export_timestamp
from point
join base_game as game on game.game_id = point.game_id
left join dim_player using (player_id)
cross join run_parameter
order by player_xy_key
