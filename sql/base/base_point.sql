-- base_point: the recorded points of puck and players in the common frame (page 40, 8): feet from
-- centre ice, the event's team attacks +x. Events without a side have no direction and no points.
-- side: the event's. cell: of dim_rink_zone's grid. x_start, y_start: the first point of the path.
-- travelled: how many feet the path led so far; NULL at its first point. is_end: the last one,
-- whose columns tell of the whole path.
-- grain: one row per game, event, path, role and point
-- by: game
-- analyze: event_no, path, role, is_end
with
event as (
    select event_no, period, side from base_event where side is not null
),
-- + 0 takes the sign of a zero away; offset 0: all this is computed once
turned as (
    select
        event_no,
        game_id,
        event_index,
        side,
        path,
        role,
        player_id,
        n,
        row,
        d * (x - x_centre) + 0 as x,
        d * (y - y_centre) + 0 as y,
        z,
        at,
        d * (x_before - x_centre) + 0 as x_before,
        d * (y_before - y_centre) + 0 as y_before
    from base_point_recorded
    join base_attack using (game_id)
    join event using (event_no)
    cross join lateral (
        select
            case when ((side = 'home') = (period <> 2)) = home_right then 1 else -1 end as d,
            case when from_corner then 100::double precision else 0 end as x_centre,
            case when from_corner then 42.5::double precision else 0 end as y_centre
    ) as frame
    where path in ('puck', 'player')
    offset 0
)
select
    event_no,
    path,
    lead(row) over along is null as is_end,
    game_id,
    event_index,
    side,
    role,
    player_id,
    (row_number() over along)::integer as point_number,
    x,
    y,
    z,
    at,
    grid_cell(x, y) as cell,
    first_value(x) over along as x_start,
    first_value(y) over along as y_start,
    sum(point_distance(x_before, y_before, x, y)) over along as travelled
from turned
window along as (
    partition by event_no, path, role order by n nulls first, row
    rows unbounded preceding
)
