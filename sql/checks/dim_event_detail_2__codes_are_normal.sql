-- dim_event_detail_2__codes_are_normal: every code is normalised and stands in one row.
select event_detail_2_code, count(*) as rows
from dim_event_detail_2
group by event_detail_2_code
having count(*) > 1 or event_detail_2_code ~ '[-/[:space:]]'
