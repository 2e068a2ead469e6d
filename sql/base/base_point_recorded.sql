-- base_point_recorded: the points of puck, players and net of each event as they were recorded, in
-- the frame of the tracker (page 40, 8). Rows of sheets and side files replace what the event
-- itself has, and there numbered columns replace start and stop. Of puck and net the columns of an
-- event's rows complete each other: numbered columns take the first number, start and stop the
-- first filled cell. A player's points stand in his own row. A point needs two numbers; one equal
-- to the point before is dropped unless it has a time of its own.
-- n, row: the order of the points of a path. x_before, y_before: the point before, null for the
-- first.
-- grain: one row per game, event, path, role and point
-- by: game
-- analyze: event_no, game_id, event_index, path
with
typed as materialized (
    select
        game_id,
        file_id,
        row,
        sub,
        path,
        layout,
        n,
        x is not null as x_filled,
        y is not null as y_filled,
        text_double(x) as x,
        text_double(y) as y
    from raw.point
    join base_game using (file_id)
    where sheet = 'events'
),
-- every row once: the positions of a save's event begin with 1, or there is only 0
part as (
    select
        file_id::bigint * 16777216 + row as place,
        coalesce(followed.event_key, cell.event_key) as event_key
    from base_event_row as cell
    left join base_event_followed as followed using (game_id, row)
    where sub <= 1
),
event as (
    select event_no, event_key, event_index from base_event
),
-- The least array is that of the first row.
gathered as (
    select
        event_no,
        game_id,
        event_index,
        file_id,
        path,
        layout,
        n,
        min(row) as row,
        min(array[row, x])
            filter (where case layout when 'numbered' then x is not null else x_filled end) as x,
        min(array[row, y])
            filter (where case layout when 'numbered' then y is not null else y_filled end) as y
    from typed as point
    join part on part.place = point.file_id::bigint * 16777216 + point.row
    join event using (event_key)
    where path in ('puck', 'net')
    group by event_no, game_id, event_index, file_id, path, layout, n
),
-- source: the least of a path counts
given as (
    select
        event_no,
        game_id,
        event_index,
        path,
        case when path = 'player' then role end as role,
        case when path = 'player' then player_id end as player_id,
        1 as source,
        text_double(slot) as n,
        file_id,
        sheet,
        row,
        x,
        y,
        z,
        at
    from base_point_row
    where lost is null
    union all
    select
        event_no,
        game_id,
        event_index,
        path,
        null,
        null,
        case layout when 'numbered' then 2 else 3 end,
        n,
        file_id,
        'events',
        row,
        x[2],
        y[2],
        null,
        null
    from gathered
    union all
    select
        event_no,
        game_id,
        event_index,
        path,
        role,
        player_id,
        case layout when 'numbered' then 2 else 3 end,
        point.n,
        file_id,
        'events',
        row,
        x,
        y,
        null,
        null
    from typed as point
    join base_event_player as player using (game_id, row, sub)
    where path = 'player'
),
compared as (
    select
        *,
        first_value(source) over along as source_read,
        lag(x) over along as x_before,
        lag(y) over along as y_before
    from given
    where x is not null and y is not null
    window along as (
        partition by event_no, path, role order by source, n nulls first, row
        rows unbounded preceding
    )
)
select
    event_no,
    game_id,
    event_index,
    path,
    role,
    player_id,
    n,
    file_id,
    sheet,
    row,
    x,
    y,
    z,
    at,
    x_before,
    y_before
from compared
where source = source_read
    and (x_before is distinct from x or y_before is distinct from y or at is not null)
