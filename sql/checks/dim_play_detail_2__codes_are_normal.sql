-- dim_play_detail_2__codes_are_normal: every code is normalised and stands in one row.
select play_detail_2_code, count(*) as rows
from dim_play_detail_2
group by play_detail_2_code
having count(*) > 1 or play_detail_2_code ~ '[-/[:space:]]'
