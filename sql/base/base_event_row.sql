-- base_event_row: the rows of the events sheets and saves that are read, each with its event
-- (page 10, 3.1 and 4). number counts the events of a game in the order of the sheet.
-- joined: the row has no type and the index of an earlier event, so it was put to the one above.
-- A save has one event for each of its positions; those without a type are left out.
-- grain: one row per game, row and sub
-- analyze: yes
with
source as (
    select game_id, file_id, kind from base_source where left_out is null
),
read as (
    select
        source.game_id,
        file_id,
        row,
        sub,
        kind,
        event_index::integer as index,
        typed_type is not null as typed,
        event_type,
        event_detail
    from source
    join raw.events as event using (file_id)
    where event_index ~ '^[0-9]{1,9}$'
        and (
            event_type is not null
            or kind = 'tracking' and coalesce(player_game_number, event_start_min) is not null
        )
),
marked as (
    select
        *,
        case kind
            when 'save' then row_number() over (partition by file_id, row order by sub)
            else row_number() over (partition by file_id, index order by row)
        end = 1 as begins
    from read
),
grouped as (
    select
        *,
        event_number(begins, typed and kind = 'tracking', index::text, event_type, event_detail)
            over (partition by file_id order by row, sub rows unbounded preceding) as event
    from marked
)
select
    game_id,
    file_id,
    row,
    sub,
    index,
    event[1]::integer as number,
    index <> event[2]::integer as joined
from grouped
