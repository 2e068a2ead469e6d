-- dim_play_detail_2: tags of play_detail_2.
-- grain: one row per tag
-- key: play_detail_2_id
select
    play_detail_id as play_detail_2_id,
    h2(play_detail_code) as play_detail_2_code,
    play_detail_name as play_detail_2_name,
    play_category,
    skill_level,
    description
from raw.dim_play_detail_2
join base_league_row as counted using (file_id, row)
where counted.sheet = 'dim_play_detail_2' and counted.counts
order by row
