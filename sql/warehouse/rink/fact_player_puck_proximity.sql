-- fact_player_puck_proximity: how near a player was to the puck when an event ended: who had it and
-- who pressed him. Last point of the player, last point of the puck.
-- doc: warehouse page 40, 9
-- grain: one row per event and role with points, where the puck has points
-- key: proximity_key
-- by: game
-- order: proximity_key
with
pair as (
    select
        player.event_no,
        player.game_id,
        player.event_index,
        player.role,
        player.role like 'event%' as is_event_team,
        player.x_end as player_x,
        player.y_end as player_y,
        puck.x_end as puck_x,
        puck.y_end as puck_y,
        point_distance(player.x_end, player.y_end, puck.x_end, puck.y_end) as feet
    from base_path as player
    join base_path as puck using (event_no)
    where player.path = 'player' and puck.path = 'puck'
),
nearest as (
    select
        *,
        -- event roles stand before opp roles in the order of text, and lower numbers first
        row_number() over (partition by event_no order by feet, role) = 1 and feet < 5
            as is_carrier
    from pair
),
carried as (
    select
        *,
        bool_or(is_carrier and is_event_team) over of_event as event_team_carries,
        bool_or(is_carrier and not is_event_team) over of_event as opponent_carries
    from nearest
    window of_event as (partition by event_no)
)
select
    natural_key('PPX', carried.game_id, carried.event_index) || path_role(role) as proximity_key,
    natural_key('EV', carried.game_id, carried.event_index) as event_id,
    carried.game_id,
    player_id,
    player_full_name as player_name,
    role as player_role,
    is_event_team,
    player_x,
    player_y,
    puck_x,
    puck_y,
    feet as distance_to_puck,
    is_carrier as is_puck_carrier,
    feet < 10 and case when is_event_team then opponent_carries else event_team_carries end
        as is_pressuring,
    started_at as _export_timestamp
from carried
join base_event_player as player using (event_no, role)
left join dim_player using (player_id)
cross join run_parameter
order by proximity_key
