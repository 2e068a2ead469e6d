-- base_point_recorded: the points of puck, players and net of each event as they were recorded, in
-- the frame of the tracker (page 40, 8). Rows of sheets and side files replace what the event
-- itself has. A point equal to the one before is dropped unless it has a time of its own.
-- grain: one row per game, event, path, role and point
-- by: game
-- analyze: game_id, event_index, path, point_number
with
from_row as (
    select
        game_id,
        event_index,
        path,
        case when path = 'player' then role end as role,
        text_double(slot) as n,
        file_id,
        sheet,
        row,
        x,
        y,
        z,
        at
    from base_point_row
    where lost is null and x is not null and y is not null
),
replaced as (
    select distinct game_id, event_index, path, coalesce(role, '') as role from from_row
),
chosen as (
    select * from from_row
    union all
    select
        cell.game_id,
        cell.event_index,
        cell.path,
        cell.role,
        n,
        file_id,
        'events',
        row,
        x,
        y,
        null,
        null
    from base_point_cell as cell
    join base_game using (game_id)
    left join replaced
        on replaced.game_id = cell.game_id
        and replaced.event_index = cell.event_index
        and replaced.path = cell.path
        and replaced.role = coalesce(cell.role, '')
    where replaced.game_id is null
),
compared as (
    select
        *,
        lag(x) over path_order as x_before,
        lag(y) over path_order as y_before
    from chosen
    window path_order as (
        partition by game_id, event_index, path, role order by n nulls first, row
    )
)
select
    game_id,
    event_index,
    path,
    role,
    row_number() over (
        partition by game_id, event_index, path, role order by n nulls first, row
    )::integer as point_number,
    file_id,
    sheet,
    row,
    x,
    y,
    z,
    at
from compared
where x_before is distinct from x or y_before is distinct from y or at is not null
