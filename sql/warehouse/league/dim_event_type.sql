-- dim_event_type: event type codes. The flags are labels: those of fact_events are defined there.
-- grain: one row per event type
-- key: event_type_id
select
    event_type_id,
    h2(event_type_code) as event_type_code,
    event_type_name,
    event_category,
    description,
    text_boolean(is_corsi) as is_corsi,
    text_boolean(is_fenwick) as is_fenwick
from raw.dim_event_type
join base_league_row as counted using (file_id, row)
where counted.sheet = 'dim_event_type' and counted.counts
order by row
