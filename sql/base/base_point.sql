-- base_point: the recorded points of puck and players in the common frame (page 40, 8): feet from
-- centre ice, the event's team attacks +x. Events without a side have no direction and no points.
-- side: the event's.
-- grain: one row per game, event, path, role and point
-- by: game
-- analyze: event_no, path, role, point_number
with
event as (
    select event_no, game_id, event_index, period, side from base_event where side is not null
),
turned as (
    select
        event_no,
        game_id,
        event_index,
        side,
        from_corner,
        case when ((side = 'home') = (period <> 2)) = home_right then 1 else -1 end as d
    from event
    join base_attack using (game_id)
)
select
    event_no,
    game_id,
    event_index,
    side,
    path,
    role,
    point_number,
    -- + 0 takes the sign of a zero away
    d * (x - case when from_corner then 100 else 0 end) + 0 as x,
    d * (y - case when from_corner then 42.5 else 0 end) + 0 as y,
    z,
    at
from base_point_recorded
join turned using (game_id, event_index)
where path in ('puck', 'player')
order by game_id, event_index, path, role, point_number
