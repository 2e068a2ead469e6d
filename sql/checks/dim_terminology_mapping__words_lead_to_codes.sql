-- dim_terminology_mapping__words_lead_to_codes: every new word is a code or name of its dimension,
-- and normalising twice changes nothing.
with
mapping as (
    select dimension, old_value, new_value
    from dim_terminology_mapping
    where match_type <> 'contains' and new_value is not null
),
code (dimension, code) as (
    select 'zone', zone_code from dim_zone
    union all
    select 'side', venue_code from dim_venue
    union all
    select 'success', success_code from dim_success
    union all
    select 'event_detail', event_detail_code from dim_event_detail
    union all
    select 'event_detail_2', event_detail_2_code from dim_event_detail_2
    union all
    select 'play_detail', play_detail_code from dim_play_detail
    union all
    select 'shot_type', shot_type_code from dim_shot_type
    union all
    select 'shift_start_type', shift_start_type_name from dim_shift_start_type
    union all
    select 'shift_stop_type', shift_stop_type_name from dim_shift_stop_type
)
select dimension, old_value, new_value
from mapping
where (dimension, new_value) not in (select dimension, code from code)
    or exists (
        select from mapping as next
        where next.dimension = mapping.dimension
            and next.old_value = mapping.new_value
            and next.new_value <> mapping.new_value
    )
