-- fact_registration: registrations.
-- email, age, referred_by and notes are personal: null unless the run may export them.
-- grain: one row per player and season
-- key: player_season_registration_id
select
    player_full_name,
    player_id,
    season_id,
    text_integer(season) as season,
    restricted,
    case when export_pii then email end as email,
    position,
    norad_experience,
    "CAF",
    highest_beer_league_played,
    text_integer(skill_rating) as skill_rating,
    case when export_pii then text_integer(age) end as age,
    case when export_pii then referred_by end as referred_by,
    case when export_pii then notes end as notes,
    sub_yn,
    drafted_team_name,
    drafted_team_id,
    player_season_registration_id
from raw.fact_registration
cross join run_parameter
join base_league_row as counted using (file_id, row)
where counted.sheet = 'fact_registration' and counted.counts
order by row
