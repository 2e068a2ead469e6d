-- fact_head_to_head: the pairs of fact_h2h under the names of a match-up.
-- doc: warehouse page 20, 5
-- grain: one row per game and pair of team-mates; home before away
-- key: head_to_head_key
-- by: game
select
    h2h_key as head_to_head_key,
    game_id,
    season_id,
    player_1_id,
    player_2_id,
    venue,
    shifts_together,
    toi_together,
    goals_for,
    goals_against,
    plus_minus,
    corsi_for,
    corsi_against,
    cf_pct,
    started_at as _export_timestamp,
    home_team_id,
    away_team_id,
    venue_id
from fact_h2h
cross join run_parameter
order by game_id, venue desc, player_1_id, player_2_id
