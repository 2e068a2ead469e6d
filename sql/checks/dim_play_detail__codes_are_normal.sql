-- dim_play_detail__codes_are_normal: every code is normalised and stands in one row.
select play_detail_code, count(*) as rows
from dim_play_detail
group by play_detail_code
having count(*) > 1 or play_detail_code ~ '[-/[:space:]]'
