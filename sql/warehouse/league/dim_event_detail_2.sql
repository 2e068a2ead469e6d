-- dim_event_detail_2: second detail codes, completed by two codes that events have and sheets lack.
-- A code that appears twice keeps its first row.
-- grain: one row per second detail
-- key: event_detail_2_id
with
sheet as (
    select
        row,
        event_detail_2_id,
        h2(event_detail_2_code) as event_detail_2_code,
        event_detail_2_name,
        event_type,
        event_type_macro,
        category,
        description,
        text_boolean(is_shot_on_goal) as is_shot_on_goal,
        text_boolean(is_goal) as is_goal,
        text_boolean(is_miss) as is_miss,
        text_boolean(is_block) as is_block,
        danger_potential
    from raw.dim_event_detail_2
    join base_league_row as counted using (file_id, row)
    where counted.sheet = 'dim_event_detail_2' and counted.counts
),
added as (
    select
        null::integer as row,
        event_detail_2_id,
        event_detail_2_code,
        replace(event_detail_2_code, '_', ' ') as event_detail_2_name,
        'Save' as event_type,
        'Save' as event_type_macro,
        'save_modifier' as category,
        'Save_Modifier - ' || replace(event_detail_2_code, '_', ' ') as description,
        false as is_shot_on_goal,
        false as is_goal,
        false as is_miss,
        false as is_block,
        null as danger_potential
    from (values
        ('ED901', 'Save_Shoulder'),
        ('ED902', 'Save_Skate')
    ) as a (event_detail_2_id, event_detail_2_code)
    -- a league without the sheet keeps an empty table
    where exists (select from sheet)
        and not exists (
            select from sheet
            where sheet.event_detail_2_code = a.event_detail_2_code
                or sheet.event_detail_2_id = a.event_detail_2_id
        )
),
completed as (
    select * from sheet
    union all
    select * from added
)
select
    event_detail_2_id,
    event_detail_2_code,
    event_detail_2_name,
    event_type,
    event_type_macro,
    category,
    description,
    is_shot_on_goal,
    is_goal,
    is_miss,
    is_block,
    danger_potential
from completed
order by row, event_detail_2_id
