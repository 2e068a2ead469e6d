-- dim_event_detail: event detail codes, completed by two codes that events have and sheets lack.
-- grain: one row per event detail
-- key: event_detail_id
with
sheet as (
    select
        row,
        event_detail_id,
        h2(event_detail_code) as event_detail_code,
        event_detail_name,
        event_type,
        category,
        description,
        text_boolean(is_shot_on_goal) as is_shot_on_goal,
        text_boolean(is_goal) as is_goal,
        text_boolean(is_miss) as is_miss,
        text_boolean(is_block) as is_block,
        danger_potential
    from raw.dim_event_detail
    join base_league_row as counted using (file_id, row)
    where counted.sheet = 'dim_event_detail' and counted.counts
),
added as (
    select
        null::integer as row,
        event_detail_id,
        event_detail_code,
        replace(event_detail_code, '_', ' ') as event_detail_name,
        event_type,
        category,
        description || replace(event_detail_code, '_', ' ') as description,
        false as is_shot_on_goal,
        false as is_goal,
        false as is_miss,
        is_block,
        danger_potential
    from (values
        (
            'ED0901', 'Faceoff_AfterStoppage', 'Faceoff', 'faceoff', 'Faceoff situation: ',
            false, null
        ),
        (
            'ED0902', 'Shot_BlockedSameTeam', 'Shot', 'blocked_shot', 'Shot attempt result: ',
            true, 'medium'
        )
    ) as a (
        event_detail_id, event_detail_code, event_type, category, description, is_block,
        danger_potential
    )
    -- a league without the sheet keeps an empty table
    where exists (select from sheet)
        and not exists (
            select from sheet
            where sheet.event_detail_code = a.event_detail_code
                or sheet.event_detail_id = a.event_detail_id
        )
),
completed as (
    select * from sheet
    union all
    select * from added
)
select
    event_detail_id,
    event_detail_code,
    event_detail_name,
    event_type,
    category,
    description,
    is_shot_on_goal,
    is_goal,
    is_miss,
    is_block,
    danger_potential
from completed
order by row, event_detail_id
