-- base_point_cell: points recorded in the events of workbooks and saves (page 40, 8).
-- Of puck and net the columns of an event's rows complete each other: numbered columns take the
-- first number, start and stop the first filled cell. A player's points stand in his own row.
-- Start and stop count where nothing is numbered. A point needs two numbers.
-- grain: one row per game, event, path, role and number
-- by: game
-- analyze: game_id, event_index, path, role
with
event_row as (
    select distinct game_id, file_id, row, event_row as first_row from base_event_row
),
event as (
    select game_id, row as first_row, event_index from base_event
),
player as (
    select game_id, event_index, role, row, sub from base_event_player
),
typed as (
    select
        game_id,
        first_row,
        point.row,
        point.sub,
        path,
        layout,
        n,
        x as x_typed,
        y as y_typed,
        text_double(x) as x,
        text_double(y) as y
    from raw.point as point
    join event_row using (file_id, row)
    where point.sheet = 'events'
),
gathered as (
    select
        game_id,
        event_index,
        path,
        null as role,
        layout,
        n,
        min(row) as row,
        case layout
            when 'numbered' then (array_agg(x order by row) filter (where x is not null))[1]
            else (array_agg(x order by row) filter (where x_typed is not null))[1]
        end as x,
        case layout
            when 'numbered' then (array_agg(y order by row) filter (where y is not null))[1]
            else (array_agg(y order by row) filter (where y_typed is not null))[1]
        end as y
    from typed
    join event using (game_id, first_row)
    where path in ('puck', 'net')
    group by game_id, event_index, path, layout, n
    union all
    select
        game_id,
        event_index,
        path,
        role,
        layout,
        n,
        row,
        x,
        y
    from typed
    join player using (game_id, row, sub)
    where path = 'player'
),
ranked as (
    select
        *,
        rank() over (
            partition by game_id, event_index, path, role
            order by layout = 'numbered' desc
        ) as layout_rank
    from gathered
    where x is not null and y is not null
)
select
    game_id,
    event_index,
    path,
    role,
    n,
    row,
    x,
    y
from ranked
where layout_rank = 1
