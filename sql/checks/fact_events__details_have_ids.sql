-- fact_events__details_have_ids: a code without an id is one that no dimension has.
select e.event_id, e.event_type, e.event_detail, e.event_detail_2
from fact_events as e
where (
    e.event_type_id is null
    and e.event_type in (select event_type_code from dim_event_type)
) or (
    e.event_detail_id is null
    and e.event_detail in (select event_detail_code from dim_event_detail)
) or (
    e.event_detail_2_id is null
    and e.event_detail_2 in (select event_detail_2_code from dim_event_detail_2)
) or (e.event_type is null and e.event_type_id is not null)
