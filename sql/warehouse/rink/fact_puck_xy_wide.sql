-- fact_puck_xy_wide: the way of the puck over an event in one row: its first ten points, where it
-- began and ended and how far it went.
-- doc: warehouse page 40, 9
-- grain: one row per event whose puck has points
-- key: puck_xy_key
-- by: game
-- order: puck_xy_key
with
path as (
    select
        event_no,
        game_id,
        event_index,
        count(*)::integer as point_count,
        max(x) filter (where point_number = 1) as x_1,
        max(y) filter (where point_number = 1) as y_1,
        max(z) filter (where point_number = 1) as z_1,
        max(at) filter (where point_number = 1) as timestamp_1,
        max(cell) filter (where point_number = 1) as rink_coord_id_1,
        max(x) filter (where point_number = 2) as x_2,
        max(y) filter (where point_number = 2) as y_2,
        max(z) filter (where point_number = 2) as z_2,
        max(at) filter (where point_number = 2) as timestamp_2,
        max(cell) filter (where point_number = 2) as rink_coord_id_2,
        max(x) filter (where point_number = 3) as x_3,
        max(y) filter (where point_number = 3) as y_3,
        max(z) filter (where point_number = 3) as z_3,
        max(at) filter (where point_number = 3) as timestamp_3,
        max(cell) filter (where point_number = 3) as rink_coord_id_3,
        max(x) filter (where point_number = 4) as x_4,
        max(y) filter (where point_number = 4) as y_4,
        max(z) filter (where point_number = 4) as z_4,
        max(at) filter (where point_number = 4) as timestamp_4,
        max(cell) filter (where point_number = 4) as rink_coord_id_4,
        max(x) filter (where point_number = 5) as x_5,
        max(y) filter (where point_number = 5) as y_5,
        max(z) filter (where point_number = 5) as z_5,
        max(at) filter (where point_number = 5) as timestamp_5,
        max(cell) filter (where point_number = 5) as rink_coord_id_5,
        max(x) filter (where point_number = 6) as x_6,
        max(y) filter (where point_number = 6) as y_6,
        max(z) filter (where point_number = 6) as z_6,
        max(at) filter (where point_number = 6) as timestamp_6,
        max(cell) filter (where point_number = 6) as rink_coord_id_6,
        max(x) filter (where point_number = 7) as x_7,
        max(y) filter (where point_number = 7) as y_7,
        max(z) filter (where point_number = 7) as z_7,
        max(at) filter (where point_number = 7) as timestamp_7,
        max(cell) filter (where point_number = 7) as rink_coord_id_7,
        max(x) filter (where point_number = 8) as x_8,
        max(y) filter (where point_number = 8) as y_8,
        max(z) filter (where point_number = 8) as z_8,
        max(at) filter (where point_number = 8) as timestamp_8,
        max(cell) filter (where point_number = 8) as rink_coord_id_8,
        max(x) filter (where point_number = 9) as x_9,
        max(y) filter (where point_number = 9) as y_9,
        max(z) filter (where point_number = 9) as z_9,
        max(at) filter (where point_number = 9) as timestamp_9,
        max(cell) filter (where point_number = 9) as rink_coord_id_9,
        max(x) filter (where point_number = 10) as x_10,
        max(y) filter (where point_number = 10) as y_10,
        max(z) filter (where point_number = 10) as z_10,
        max(at) filter (where point_number = 10) as timestamp_10,
        max(cell) filter (where point_number = 10) as rink_coord_id_10,
        max(x) filter (where is_end) as x_end,
        max(y) filter (where is_end) as y_end,
        max(travelled) filter (where is_end) as travelled
    from base_point
    where path = 'puck'
    group by event_no, game_id, event_index
)
select
    natural_key('PKW', path.game_id, path.event_index) as puck_xy_key,
    natural_key('EV', path.game_id, path.event_index) as event_id,
    path.game_id,
    path.event_index,
    natural_key('EV', path.game_id, path.event_index) as event_key,
    period,
    event_type,
    event_detail,
    point_count,

    -- the first ten points
    x_1,
    y_1,
    z_1,
    timestamp_1,
    rink_coord_id_1,

    x_2,
    y_2,
    z_2,
    timestamp_2,
    rink_coord_id_2,

    x_3,
    y_3,
    z_3,
    timestamp_3,
    rink_coord_id_3,

    x_4,
    y_4,
    z_4,
    timestamp_4,
    rink_coord_id_4,

    x_5,
    y_5,
    z_5,
    timestamp_5,
    rink_coord_id_5,

    x_6,
    y_6,
    z_6,
    timestamp_6,
    rink_coord_id_6,

    x_7,
    y_7,
    z_7,
    timestamp_7,
    rink_coord_id_7,

    x_8,
    y_8,
    z_8,
    timestamp_8,
    rink_coord_id_8,

    x_9,
    y_9,
    z_9,
    timestamp_9,
    rink_coord_id_9,

    x_10,
    y_10,
    z_10,
    timestamp_10,
    rink_coord_id_10,

    -- the whole way
    x_1 as x_start,
    y_1 as y_start,
    x_end,
    y_end,
    travelled as distance_traveled,
    started_at as _export_timestamp
from path
join base_event using (event_no)
join base_event_code using (code_no)
cross join run_parameter
order by puck_xy_key
