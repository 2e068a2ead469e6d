-- fact_draft: draft picks.
-- grain: one row per player and season
-- key: player_draft_id
select
    team_id,
    text_integer(skill_rating) as skill_rating,
    text_integer(round) as round,
    player_full_name,
    player_id,
    team_name,
    text_boolean(restricted) as restricted,
    text_integer(overall_draft_round) as overall_draft_round,
    text_integer(overall_draft_position) as overall_draft_position,
    text_integer(unrestricted_draft_position) as unrestricted_draft_position,
    text_integer(season) as season,
    season_id,
    league,
    player_draft_id
from raw.fact_draft
join base_league_row as counted using (file_id, row)
where counted.sheet = 'fact_draft' and counted.counts
order by row
