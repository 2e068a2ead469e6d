-- base_event_row: the rows of the events sheets and saves that are read, each with the event that
-- it belongs to, told by the row at which that starts (page 10, 3.1 and 4).
-- joined: the row has no type and the index of an earlier event, so it was put to the one above.
-- A save has one event for each of its positions; those without a type are left out.
-- Most rows are plain: they start an event because their index is new, or repeat the row above.
-- Only where a row of a section (from one new index to the next) does neither is the current
-- event followed row by row.
-- grain: one row per game, row and sub
-- by: game
-- analyze: game_id, file_id, row, sub, event_row
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
        kind = 'save' as saved,
        whole_number(event_index) as index,
        typed_type is not null as typed,
        event_type,
        event_detail
    from source
    join raw.events as event using (file_id)
    where whole_number(event_index) is not null
        and (
            event_type is not null
            or kind = 'tracking' and coalesce(player_game_number, event_start_min) is not null
        )
),
begun as (
    select
        *,
        case
            when saved then row_number() over (partition by file_id, row order by sub)
            else row_number() over (partition by file_id, index order by row)
        end = 1 as begins
    from read
),
sectioned as (
    select
        *,
        max(case when begins then row end) over sheet as section,
        not saved and not begins and (
            index <> lag(index) over sheet
            or typed and (
                not lag(typed) over sheet
                or event_type is distinct from lag(event_type) over sheet
                or event_detail is distinct from lag(event_detail) over sheet
            )
        ) as is_hard
    from begun
    window sheet as (partition by file_id order by row, sub rows unbounded preceding)
),
hard_section as (
    select distinct file_id, section from sectioned where is_hard
),
followed as (
    select
        file_id,
        row,
        index,
        event_start(begins, typed, row, index, event_type, event_detail) over (
            partition by file_id, section order by row rows unbounded preceding
        ) as event
    from sectioned
    join hard_section using (file_id, section)
),
settled as (
    select
        file_id,
        row,
        event[1]::integer as event_row,
        index <> event[2]::integer as joined
    from followed
)
select
    game_id,
    file_id,
    row,
    sub,
    index,
    coalesce(event_row, section) as event_row,
    coalesce(joined, false) as joined
from sectioned
left join settled using (file_id, row)
