-- finding_point: doubtful recorded points (page 40, 8; page 42, 7.2): rows without an event or a
-- player, events without a side, points off the ice, once per path, points beside the net, and a
-- direction of attack that the zones deny or that nothing tells.
-- grain: one row per row, event, path or game
-- by: game
with
game as (
    select game_id, file from base_game
),
event as (
    select event_no, row, side from base_event
),
sideless as (
    select event_no, row from event where side is null
),
-- of each path the first point off the ice
off_ice as (
    select distinct on (point.game_id, event_index, path, role)
        point.*
    from base_point_recorded as point
    join base_attack using (game_id)
    join event using (event_no)
    where path in ('puck', 'player')
        and side is not null
        and (
            abs(x - case when from_corner then 100 else 0 end) > 100
            or abs(y - case when from_corner then 42.5 else 0 end) > 42.5
        )
    order by point.game_id, event_index, path, role, n nulls first, point.row
)
select
    'error' as severity,
    'xy_without_event' as kind,
    base_point_row.game_id,
    run_file.path as file,
    sheet,
    row,
    lost as column_name,
    left(lost_value, 100) as value,
    'no event or player for this point' as message
from base_point_row
join run_file using (file_id)
where lost is not null
union all
select distinct
    'error',
    'xy_without_side',
    game_id,
    game.file,
    'events',
    sideless.row,
    null,
    null,
    'an event without a team has no direction: its points are left out'
from sideless
join base_point_recorded using (event_no)
join game using (game_id)
where path in ('puck', 'player')
union all
select
    'warning',
    'xy_outside_rink',
    off_ice.game_id,
    run_file.path,
    sheet,
    row,
    null,
    x || '/' || y,
    x || '/' || y || ' is off the ice'
from off_ice
join run_file using (file_id)
union all
select
    'error',
    'net_point',
    base_target.game_id,
    run_file.path,
    sheet,
    row,
    null,
    x_recorded || '/' || y_recorded,
    x_recorded || '/' || y_recorded || ' is no point of the net'
from base_target
join run_file using (file_id)
where not is_on_net
union all
select
    'warning',
    'attack_direction',
    game_id,
    game.file,
    null,
    null,
    null,
    votes_right || ':' || votes_left,
    'direction of attack: ' || votes_right || ':' || votes_left
from base_attack
join game using (game_id)
where doubtful
