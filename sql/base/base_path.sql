-- base_path: the way of the puck or of a player over an event: its first and last point in the
-- common frame and how far it led (page 40, 8 and 9). travelled: NULL with one point.
-- role: NULL for the puck. event_side: the event's.
-- grain: one row per event and path with points
-- by: game
-- analyze: event_no, path, role
with
step as (
    select
        *,
        point_distance(lag(x) over along, lag(y) over along, x, y) as feet
    from base_point
    window along as (partition by event_no, path, role order by point_number)
)
select
    event_no,
    game_id,
    event_index,
    side as event_side,
    path,
    role,
    count(*)::integer as point_count,
    (array_agg(x order by point_number))[1] as x_start,
    (array_agg(y order by point_number))[1] as y_start,
    (array_agg(x order by point_number desc))[1] as x_end,
    (array_agg(y order by point_number desc))[1] as y_end,
    sum(feet order by point_number) as travelled
from step
group by event_no, game_id, event_index, side, path, role
