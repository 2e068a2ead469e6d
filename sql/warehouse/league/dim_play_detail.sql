-- dim_play_detail: tags of play_detail1.
-- grain: one row per tag
-- key: play_detail_id
select
    play_detail_id,
    h2(play_detail_code) as play_detail_code,
    play_detail_name,
    play_category,
    skill_level,
    description
from raw.dim_play_detail
join base_league_row as counted using (file_id, row)
where counted.sheet = 'dim_play_detail' and counted.counts
order by row
