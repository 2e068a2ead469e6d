-- fact_leadership: captains and assistants.
-- grain: one row per player and season
-- key: player_id, season_id
select
    player_full_name,
    player_id,
    leadership,
    text_integer(skill_rating) as skill_rating,
    n_player_url,
    team_name,
    team_id,
    text_integer(season) as season,
    season_id
from raw.fact_leadership
join base_league_row as counted using (file_id, row)
where counted.sheet = 'fact_leadership' and counted.counts
order by row
