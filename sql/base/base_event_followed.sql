-- base_event_followed: the rows of the events sheets for which the index does not tell the event
-- (page 10, 3.1): of an index with several types or details, or of which a later row fills a cell
-- that the first one leaves empty, and of files in which the rows of an index are not together.
-- Here the current event is followed row by row, section by section (from one new index to the
-- next). event_key is told by the row at which the event starts.
-- joined: the row has no type and the index of an earlier event, so it was put to the one above.
-- grain: one row per game and row
-- by: game
-- analyze: yes
with
sheet_row as not materialized (
    select * from base_event_row where not saved
),
doubtful as materialized (
    select
        file_id,
        index,
        max(row) - min(row) >= count(*) as is_scattered
    from sheet_row
    group by event_key, file_id, index
    having max(row) - min(row) >= count(*)
        or bit_or(filled) <> (min(row::bigint * 8192 + filled) & 8191)
        or max(row) filter (where typed) - min(row) >= count(*) filter (where typed)
        or min(event_type) <> max(event_type)
        or min(event_detail) <> max(event_detail)
        or count(event_type) not in (0, count(*))
        or count(event_detail) not in (0, count(*))
),
begun as (
    select
        sheet_row.*,
        row_number() over (partition by file_id, index order by row) = 1 as begins
    from sheet_row
    where exists (
        select
        from doubtful
        where doubtful.file_id = sheet_row.file_id
            and (is_scattered or doubtful.index = sheet_row.index)
    )
),
sectioned as (
    select
        *,
        max(case when begins then row end) over (
            partition by file_id order by row rows unbounded preceding
        ) as section
    from begun
),
followed as (
    select
        game_id,
        row,
        index,
        event_start(begins, typed, row, index, event_type, event_detail) over (
            partition by file_id, section order by row rows unbounded preceding
        ) as event
    from sectioned
)
select
    game_id,
    row,
    game_id::bigint * 10000000000 + 5000000000 + event[1]::integer as event_key,
    row = event[1]::integer as starts,
    index,
    index <> event[2]::integer as joined
from followed
