-- fact_player_pair_stats: the pairs of fact_h2h as statistics of two players.
-- doc: warehouse page 20, 5
-- grain: one row per game and pair of team-mates; home before away
-- key: pair_key
-- by: game
select
    h2h_key,
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
    h2h_key as pair_key,
    started_at as _export_timestamp
from fact_h2h
cross join run_parameter
order by game_id, venue desc, player_1_id, player_2_id
