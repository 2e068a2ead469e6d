-- dim_event_detail__codes_are_normal: every code is normalised and stands in one row.
select event_detail_code, count(*) as rows
from dim_event_detail
group by event_detail_code
having count(*) > 1 or event_detail_code ~ '[-/[:space:]]'
