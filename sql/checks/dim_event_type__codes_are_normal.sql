-- dim_event_type__codes_are_normal: every code is normalised and stands in one row.
select event_type_code, count(*) as rows
from dim_event_type
group by event_type_code
having count(*) > 1 or event_type_code ~ '[-/[:space:]]'
