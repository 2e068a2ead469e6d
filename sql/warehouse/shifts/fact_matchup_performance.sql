-- fact_matchup_performance: the pairs of fact_h2h with their figures of fact_wowy.
-- doc: warehouse page 20, 5
-- grain: one row per game and pair of team-mates; home before away
-- key: performance_key
-- by: game
select
    h.h2h_key,
    h.game_id,
    h.season_id,
    h.player_1_id,
    h.player_2_id,
    h.venue,
    h.shifts_together,
    h.toi_together,
    h.goals_for,
    h.goals_against,
    h.plus_minus,
    h.corsi_for,
    h.corsi_against,
    h.cf_pct,
    w.wowy_key,
    w.season_id as season_id_wowy,
    w.venue as venue_wowy,
    w.shifts_together as shifts_together_wowy,
    w.toi_together as toi_together_wowy,
    w.p1_shifts_without_p2,
    w.p2_shifts_without_p1,
    w.toi_apart,
    w.toi_p1_without_p2,
    w.toi_p2_without_p1,
    w.cf_pct_together,
    w.cf_pct_apart,
    w.cf_pct_delta,
    w.gf_pct_together,
    w.gf_pct_apart,
    w.gf_pct_delta,
    w.relative_corsi,
    h.h2h_key || '_perf' as performance_key,
    started_at as _export_timestamp
from fact_h2h as h
join fact_wowy as w using (game_id, player_1_id, player_2_id, venue)
cross join run_parameter
order by h.game_id, h.venue desc, h.player_1_id, h.player_2_id
