-- fact_player_xy_wide: the way of a player over an event in one row: his first ten points, where he
-- began and ended and how far he went.
-- doc: warehouse page 40, 9
-- grain: one row per event and role with points
-- key: player_xy_key
-- by: game
-- order: player_xy_key
with
first_point as (
    select
        event_no,
        game_id,
        event_index,
        side,
        role,
        player_id,
        x as x_1,
        y as y_1,
        at as timestamp_1,
        cell as rink_coord_id_1
    from base_point
    where path = 'player' and point_number = 1
),
-- few players have more than one
later_points as (
    select
        event_no,
        role,
        count(*)::integer as later_count,
        max(x) filter (where point_number = 2) as x_2,
        max(y) filter (where point_number = 2) as y_2,
        max(at) filter (where point_number = 2) as timestamp_2,
        max(cell) filter (where point_number = 2) as rink_coord_id_2,
        max(x) filter (where point_number = 3) as x_3,
        max(y) filter (where point_number = 3) as y_3,
        max(at) filter (where point_number = 3) as timestamp_3,
        max(cell) filter (where point_number = 3) as rink_coord_id_3,
        max(x) filter (where point_number = 4) as x_4,
        max(y) filter (where point_number = 4) as y_4,
        max(at) filter (where point_number = 4) as timestamp_4,
        max(cell) filter (where point_number = 4) as rink_coord_id_4,
        max(x) filter (where point_number = 5) as x_5,
        max(y) filter (where point_number = 5) as y_5,
        max(at) filter (where point_number = 5) as timestamp_5,
        max(cell) filter (where point_number = 5) as rink_coord_id_5,
        max(x) filter (where point_number = 6) as x_6,
        max(y) filter (where point_number = 6) as y_6,
        max(at) filter (where point_number = 6) as timestamp_6,
        max(cell) filter (where point_number = 6) as rink_coord_id_6,
        max(x) filter (where point_number = 7) as x_7,
        max(y) filter (where point_number = 7) as y_7,
        max(at) filter (where point_number = 7) as timestamp_7,
        max(cell) filter (where point_number = 7) as rink_coord_id_7,
        max(x) filter (where point_number = 8) as x_8,
        max(y) filter (where point_number = 8) as y_8,
        max(at) filter (where point_number = 8) as timestamp_8,
        max(cell) filter (where point_number = 8) as rink_coord_id_8,
        max(x) filter (where point_number = 9) as x_9,
        max(y) filter (where point_number = 9) as y_9,
        max(at) filter (where point_number = 9) as timestamp_9,
        max(cell) filter (where point_number = 9) as rink_coord_id_9,
        max(x) filter (where point_number = 10) as x_10,
        max(y) filter (where point_number = 10) as y_10,
        max(at) filter (where point_number = 10) as timestamp_10,
        max(cell) filter (where point_number = 10) as rink_coord_id_10,
        max(x) filter (where is_end) as x_last,
        max(y) filter (where is_end) as y_last,
        max(travelled) filter (where is_end) as travelled
    from base_point
    where path = 'player' and point_number > 1
    group by event_no, role
),
path as (
    select
        *,
        coalesce(x_last, x_1) as x_end,
        coalesce(y_last, y_1) as y_end,
        role like 'event%' as is_event_team,
        case when role like 'event%' then side else other_side(side) end as player_side
    from first_point
    left join later_points using (event_no, role)
)
select
    natural_key('PXW', path.game_id, event_index) || path_role(role) as player_xy_key,
    natural_key('EV', path.game_id, event_index) as event_id,
    path.game_id,
    event_index,
    natural_key('EV', path.game_id, event_index) as event_key,
    player_id,
    natural_key('EP', path.game_id, event_index) || path_role(role) as player_key,
    player_full_name as player_name,
    role as player_role,
    case player_side when 'home' then home_team_id else away_team_id end as team_id,
    player_side as team_venue,
    is_event_team,
    1 + coalesce(later_count, 0) as point_count,

    -- the first ten points
    x_1,
    y_1,
    timestamp_1,
    rink_coord_id_1,

    x_2,
    y_2,
    timestamp_2,
    rink_coord_id_2,

    x_3,
    y_3,
    timestamp_3,
    rink_coord_id_3,

    x_4,
    y_4,
    timestamp_4,
    rink_coord_id_4,

    x_5,
    y_5,
    timestamp_5,
    rink_coord_id_5,

    x_6,
    y_6,
    timestamp_6,
    rink_coord_id_6,

    x_7,
    y_7,
    timestamp_7,
    rink_coord_id_7,

    x_8,
    y_8,
    timestamp_8,
    rink_coord_id_8,

    x_9,
    y_9,
    timestamp_9,
    rink_coord_id_9,

    x_10,
    y_10,
    timestamp_10,
    rink_coord_id_10,

    -- the whole way
    x_1 as x_start,
    y_1 as y_start,
    x_end,
    y_end,
    travelled as distance_traveled,
    net_distance(x_1, y_1) as distance_to_net_start,
    net_distance(x_end, y_end) as distance_to_net_end,
    started_at as _export_timestamp
from path
join base_game as game on game.game_id = path.game_id
left join dim_player using (player_id)
cross join run_parameter
order by player_xy_key
