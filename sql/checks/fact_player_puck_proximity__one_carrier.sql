-- fact_player_puck_proximity__one_carrier: at most one player of an event carries the puck,
-- nobody is nearer; who presses plays against the carrier.
with
carrier as (
    select event_id, is_event_team, distance_to_puck, proximity_key
    from fact_player_puck_proximity
    where is_puck_carrier
)
select player.proximity_key, carrier.proximity_key
from fact_player_puck_proximity as player
left join carrier using (event_id)
where player.distance_to_puck < carrier.distance_to_puck
    or player.is_puck_carrier and player.proximity_key <> carrier.proximity_key
    or carrier.distance_to_puck >= 5
    or player.is_pressuring
        and coalesce(carrier.is_event_team = player.is_event_team, true)
    or carrier.event_id is null and player.distance_to_puck < 5
