-- fact_player_puck_proximity: how near a player was to the puck when an event ended: who had it and
-- who pressed him. Last point of the player, last point of the puck.
-- doc: warehouse page 40, 9
-- grain: one row per event and role with points, where the puck has points
-- key: proximity_key
-- by: game
-- order: proximity_key
with
player as (
    select event_no, game_id, event_index, role, player_id, x, y
    from base_point
    where path = 'player' and is_end
),
puck as (
    select event_no, x, y from base_point where path = 'puck' and is_end
),
pair as (
    select
        event_no,
        game_id,
        event_index,
        role,
        player_id,
        role like 'event%' as is_event_team,
        player.x as player_x,
        player.y as player_y,
        puck.x as puck_x,
        puck.y as puck_y,
        point_distance(player.x, player.y, puck.x, puck.y) as feet
    from player
    join puck using (event_no)
),
carrier as (
    select distinct on (event_no)
        event_no,
        role as carrier_role,
        is_event_team as event_team_carries
    from pair
    where feet < 5
    -- event roles stand before opp roles in the order of text, and lower numbers first
    order by event_no, feet, role
)
select
    natural_key('PPX', game_id, event_index) || path_role(role) as proximity_key,
    natural_key('EV', game_id, event_index) as event_id,
    game_id,
    player_id,
    player_full_name as player_name,
    role as player_role,
    is_event_team,
    player_x,
    player_y,
    puck_x,
    puck_y,
    feet as distance_to_puck,
    coalesce(role = carrier_role, false) as is_puck_carrier,
    feet < 10 and coalesce(event_team_carries <> is_event_team, false) as is_pressuring,
    started_at as _export_timestamp
from pair
left join carrier using (event_no)
left join dim_player using (player_id)
cross join run_parameter
order by proximity_key
