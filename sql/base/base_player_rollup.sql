-- base_player_rollup: the statistics of fact_player_game_stats over groups of games (page 30, 4):
-- the same formulas over the sums of base_player_total. A group of one game equals that game.
-- grain: one row per player and group
-- by: player
-- keep: yes
-- analyze: kind, player_id
select
    group_no,
    p.kind,
    p.label,
    p.game_type,
    p.player_id,
    p.games,
    p.seasons,
    p.tag_games,

    -- what he did
    p.goals,
    p.primary_assists,
    p.secondary_assists,
    p.primary_assists + p.secondary_assists as assists,
    p.goals + coalesce(p.primary_assists + p.secondary_assists, 0) as points,
    p.shots,
    p.sog,
    100 * p.goals::double precision / nullif(p.sog, 0) as shooting_pct,
    p.pass_attempts,
    p.pass_completed,
    100 * p.pass_completed::double precision / nullif(p.pass_attempts, 0) as pass_pct,
    p.fo_wins,
    p.fo_losses,
    p.fo_wins + p.fo_losses as fo_total,
    100 * p.fo_wins::double precision / nullif(p.fo_wins + p.fo_losses, 0) as fo_pct,
    p.giveaways,
    p.takeaways,
    p.takeaways - p.giveaways as turnover_diff,
    p.bad_giveaways,
    p.takeaways - p.bad_giveaways as bad_turnover_diff,
    p.blocks,
    p.hits,
    p.primary_def_events,
    p.support_def_events,
    p.primary_def_events + p.support_def_events as def_involvement,
    p.primary_def_shots,
    p.primary_def_goals_against,
    p.primary_def_passes,

    -- ice time and ratings around him
    p.toi_seconds,
    p.toi_seconds::double precision / 60 as toi_minutes,
    p.shift_count,
    p.toi_seconds::double precision / nullif(p.shift_count, 0) as avg_shift,
    p.plus_ev,
    p.minus_ev,
    p.plus_ev - p.minus_ev as plus_minus_ev,
    p.corsi_for,
    p.corsi_against,
    100 * p.corsi_for::double precision / nullif(p.corsi_for + p.corsi_against, 0) as cf_pct,
    p.player_rating,
    r.team_avg_rating,
    r.opp_avg_rating,
    r.opp_avg_rating - r.team_avg_rating as team_rating_diff,
    r.opp_avg_rating - p.player_rating as rating_diff,
    r.team_min_rating as team_min_rating_avg,
    r.team_max_rating as team_max_rating_avg,
    r.opp_min_rating as opp_min_rating_avg,
    r.opp_max_rating as opp_max_rating_avg,
    r.opp_min_rating - r.team_min_rating as min_rating_diff,
    r.opp_max_rating - r.team_max_rating as max_rating_diff,

    -- on the ice
    p.fenwick_for,
    p.fenwick_against,
    100 * p.fenwick_for::double precision / nullif(p.fenwick_for + p.fenwick_against, 0) as ff_pct,
    100 * p.plus_total::double precision / nullif(p.sog_for, 0) as on_ice_sh_pct,
    100 - 100 * p.minus_total::double precision / nullif(p.sog_against, 0) as on_ice_sv_pct,
    100 * p.plus_total::double precision / nullif(p.sog_for, 0)
        + (100 - 100 * p.minus_total::double precision / nullif(p.sog_against, 0)) as pdo,
    r.opp_avg_rating as qoc_rating,
    r.qot_rating,
    p.zone_starts_oz,
    p.zone_starts_nz,
    p.zone_starts_dz,
    100 * p.zone_starts_oz::double precision
        / nullif(p.zone_starts_oz + p.zone_starts_nz + p.zone_starts_dz, 0) as zone_starts_oz_pct,
    100 * p.zone_starts_dz::double precision
        / nullif(p.zone_starts_oz + p.zone_starts_nz + p.zone_starts_dz, 0) as zone_starts_dz_pct,
    p.plus_total,
    p.minus_total,
    p.plus_total - p.minus_total as plus_minus_total,
    p.scoring_chances_for,
    p.scoring_chances_against,
    100 * p.scoring_chances_for::double precision
        / nullif(p.scoring_chances_for + p.scoring_chances_against, 0) as sc_pct,
    p.high_danger_for,
    p.high_danger_against,
    100 * p.high_danger_for::double precision
        / nullif(p.high_danger_for + p.high_danger_against, 0) as hd_pct,

    -- entries
    p.zone_ent_total,
    p.zone_ent_controlled,
    p.zone_ent_uncontrolled,
    100 * p.zone_ent_controlled::double precision / nullif(p.zone_ent_total, 0)
        as zone_ent_control_pct,
    p.zone_ent_successful,
    100 * p.zone_ent_judged_s::double precision / nullif(p.zone_ent_judged, 0)
        as zone_ent_success_pct,
    p.zone_ent_controlled_successful,
    100 * p.zone_ent_controlled_judged_s::double precision
        / nullif(p.zone_ent_controlled_judged, 0) as zone_ent_controlled_success_pct,
    p.zone_ent_uncontrolled_successful,
    100 * p.zone_ent_uncontrolled_judged_s::double precision
        / nullif(p.zone_ent_uncontrolled_judged, 0) as zone_ent_uncontrolled_success_pct,
    p.zone_ent_shot_generated,
    100 * p.zone_ent_shot_generated::double precision / nullif(p.zone_ent_total, 0)
        as zone_ent_shot_generated_pct,
    p.zone_ent_goal_generated,
    100 * p.zone_ent_goal_generated::double precision / nullif(p.zone_ent_total, 0)
        as zone_ent_goal_generated_pct,
    p.zone_ent_controlled_shot,
    100 * p.zone_ent_controlled_shot::double precision / nullif(p.zone_ent_controlled, 0)
        as zone_ent_controlled_shot_pct,
    p.zone_ent_controlled_goal,
    100 * p.zone_ent_controlled_goal::double precision / nullif(p.zone_ent_controlled, 0)
        as zone_ent_controlled_goal_pct,
    p.zone_ent_uncontrolled_shot,
    100 * p.zone_ent_uncontrolled_shot::double precision / nullif(p.zone_ent_uncontrolled, 0)
        as zone_ent_uncontrolled_shot_pct,
    p.zone_ent_uncontrolled_goal,
    100 * p.zone_ent_uncontrolled_goal::double precision / nullif(p.zone_ent_uncontrolled, 0)
        as zone_ent_uncontrolled_goal_pct,

    -- exits
    p.zone_ext_total,
    p.zone_ext_controlled,
    p.zone_ext_uncontrolled,
    100 * p.zone_ext_controlled::double precision / nullif(p.zone_ext_total, 0)
        as zone_ext_control_pct,
    p.zone_ext_successful,
    100 * p.zone_ext_judged_s::double precision / nullif(p.zone_ext_judged, 0)
        as zone_ext_success_pct,
    p.zone_ext_controlled_successful,
    100 * p.zone_ext_controlled_judged_s::double precision
        / nullif(p.zone_ext_controlled_judged, 0) as zone_ext_controlled_success_pct,
    p.zone_ext_uncontrolled_successful,
    100 * p.zone_ext_uncontrolled_judged_s::double precision
        / nullif(p.zone_ext_uncontrolled_judged, 0) as zone_ext_uncontrolled_success_pct,
    p.zone_ext_shot_generated,
    100 * p.zone_ext_shot_generated::double precision / nullif(p.zone_ext_total, 0)
        as zone_ext_shot_generated_pct,
    p.zone_ext_goal_generated,
    100 * p.zone_ext_goal_generated::double precision / nullif(p.zone_ext_total, 0)
        as zone_ext_goal_generated_pct,
    p.zone_ext_controlled_shot,
    100 * p.zone_ext_controlled_shot::double precision / nullif(p.zone_ext_controlled, 0)
        as zone_ext_controlled_shot_pct,
    p.zone_ext_controlled_goal,
    100 * p.zone_ext_controlled_goal::double precision / nullif(p.zone_ext_controlled, 0)
        as zone_ext_controlled_goal_pct,
    p.zone_ext_uncontrolled_shot,
    100 * p.zone_ext_uncontrolled_shot::double precision / nullif(p.zone_ext_uncontrolled, 0)
        as zone_ext_uncontrolled_shot_pct,
    p.zone_ext_uncontrolled_goal,
    100 * p.zone_ext_uncontrolled_goal::double precision / nullif(p.zone_ext_uncontrolled, 0)
        as zone_ext_uncontrolled_goal_pct,

    -- face-offs by zone
    p.fo_wins_oz,
    p.fo_wins_nz,
    p.fo_wins_dz,
    p.fo_losses_oz,
    p.fo_losses_nz,
    p.fo_losses_dz,
    100 * p.fo_wins_oz::double precision / nullif(p.fo_wins_oz + p.fo_losses_oz, 0) as fo_pct_oz,
    100 * p.fo_wins_nz::double precision / nullif(p.fo_wins_nz + p.fo_losses_nz, 0) as fo_pct_nz,
    100 * p.fo_wins_dz::double precision / nullif(p.fo_wins_dz + p.fo_losses_dz, 0) as fo_pct_dz,

    -- periods
    p.p1_goals,
    p.p1_assists,
    p.p1_shots,
    p.p1_sog,
    p.p1_goals + coalesce(p.p1_assists, 0) as p1_points,
    p.p1_toi_seconds,
    p.p2_goals,
    p.p2_assists,
    p.p2_shots,
    p.p2_sog,
    p.p2_goals + coalesce(p.p2_assists, 0) as p2_points,
    p.p2_toi_seconds,
    p.p3_goals,
    p.p3_assists,
    p.p3_shots,
    p.p3_sog,
    p.p3_goals + coalesce(p.p3_assists, 0) as p3_points,
    p.p3_toi_seconds,
    3600 * (p.p3_goals + coalesce(p.p3_assists, 0))::double precision
        / nullif(p.p3_toi_seconds, 0)
        - 3600 * (
            p.p1_goals + p.p2_goals + coalesce(p.p1_assists + p.p2_assists, 0)
        )::double precision / nullif(p.p1_toi_seconds + p.p2_toi_seconds, 0) as p3_clutch_diff,

    -- danger of his shots
    p.shots_high_danger,
    p.goals_high_danger,
    p.shots_low_danger,
    p.goals_low_danger,
    p.shots_medium_danger,
    p.goals_medium_danger,
    p.sog as scoring_chance_shots,
    p.sog_scored as scoring_chance_goals,
    100 * p.sog_scored::double precision / nullif(p.sog, 0) as scoring_chance_pct,
    (3 * p.shots_high_danger + 2 * p.shots_medium_danger + p.shots_low_danger)::double precision
        / nullif(p.shots_high_danger + p.shots_medium_danger + p.shots_low_danger, 0)
        as avg_shot_danger,
    100 * p.goals_high_danger::double precision / nullif(p.shots_high_danger, 0)
        as high_danger_shot_pct,
    100 * p.goals_low_danger::double precision / nullif(p.shots_low_danger, 0)
        as low_danger_shot_pct,

    -- rushes
    p.rush_shots,
    p.rush_goals,
    p.rush_assists,
    p.rush_goals + coalesce(p.rush_assists, 0) as rush_points,
    100 * p.rush_goals::double precision / nullif(p.rush_shots, 0) as rush_shot_pct,
    p.rush_primary,
    p.rush_support,
    p.rush_primary + p.rush_support as rush_involvement,
    100 * (p.rush_primary + p.rush_support)::double precision / nullif(p.rush_team, 0)
        as rush_involvement_pct,
    p.rush_primary_def,
    p.rush_support_def as rush_def_support,
    p.rush_primary_def + p.rush_support_def as rush_def_involvement,
    100 * (p.rush_primary_def + p.rush_support_def)::double precision / nullif(p.rush_opponent, 0)
        as rush_def_involvement_pct,
    p.rush_primary_success + p.rush_support_success as rush_off_success,
    100 * (p.rush_primary_judged_s + p.rush_support_judged_s)::double precision
        / nullif(p.rush_primary_judged + p.rush_support_judged, 0) as rush_off_success_pct,
    p.rush_primary_shot + p.rush_support_shot as rush_off_shot_generated,
    100 * (p.rush_primary_shot + p.rush_support_shot)::double precision
        / nullif(p.rush_primary + p.rush_support, 0) as rush_off_shot_generated_pct,
    p.rush_primary_goal + p.rush_support_goal as rush_off_goal_generated,
    100 * (p.rush_primary_goal + p.rush_support_goal)::double precision
        / nullif(p.rush_primary + p.rush_support, 0) as rush_off_goal_generated_pct,
    p.rush_off_immediate_shot,
    p.rush_primary_success,
    100 * p.rush_primary_judged_s::double precision / nullif(p.rush_primary_judged, 0)
        as rush_primary_success_pct,
    p.rush_primary_shot,
    100 * p.rush_primary_shot::double precision / nullif(p.rush_primary, 0)
        as rush_primary_shot_pct,
    p.rush_primary_goal,
    100 * p.rush_primary_goal::double precision / nullif(p.rush_primary, 0)
        as rush_primary_goal_pct,
    p.rush_support_success,
    100 * p.rush_support_judged_s::double precision / nullif(p.rush_support_judged, 0)
        as rush_support_success_pct,
    p.rush_support_shot,
    100 * p.rush_support_shot::double precision / nullif(p.rush_support, 0)
        as rush_support_shot_pct,
    p.rush_support_goal,
    100 * p.rush_support_goal::double precision / nullif(p.rush_support, 0)
        as rush_support_goal_pct,
    p.rush_primary_def - p.rush_primary_def_ga
        + p.rush_support_def - p.rush_support_def_ga as rush_def_success,
    100 * (
            p.rush_primary_def - p.rush_primary_def_ga + p.rush_support_def - p.rush_support_def_ga
        )::double precision / nullif(p.rush_primary_def + p.rush_support_def, 0)
        as rush_def_success_pct,
    p.rush_primary_def - p.rush_primary_def_ga
        + p.rush_support_def - p.rush_support_def_ga as rush_def_stop,
    100 * (
            p.rush_primary_def - p.rush_primary_def_ga + p.rush_support_def - p.rush_support_def_ga
        )::double precision / nullif(p.rush_primary_def + p.rush_support_def, 0)
        as rush_def_stop_pct,
    p.rush_primary_def_ga + p.rush_support_def_ga as rush_def_ga,
    p.rush_primary_def - p.rush_primary_def_ga as rush_primary_def_success,
    100 * (p.rush_primary_def - p.rush_primary_def_ga)::double precision
        / nullif(p.rush_primary_def, 0) as rush_primary_def_success_pct,
    p.rush_primary_def - p.rush_primary_def_ga as rush_primary_def_stop,
    100 * (p.rush_primary_def - p.rush_primary_def_ga)::double precision
        / nullif(p.rush_primary_def, 0) as rush_primary_def_stop_pct,
    p.rush_primary_def_ga,
    p.rush_support_def - p.rush_support_def_ga as rush_support_def_success,
    100 * (p.rush_support_def - p.rush_support_def_ga)::double precision
        / nullif(p.rush_support_def, 0) as rush_support_def_success_pct,
    p.rush_support_def - p.rush_support_def_ga as rush_support_def_stop,
    100 * (p.rush_support_def - p.rush_support_def_ga)::double precision
        / nullif(p.rush_support_def, 0) as rush_support_def_stop_pct,
    p.rush_support_def_ga,
    p.rush_calc_off,
    p.rush_calc_def,
    p.rush_calc_off_goal,
    p.rush_calc_def_ga,

    -- micro plays
    p.dekes,
    p.drives_middle,
    p.drives_wide,
    p.drives_corner,
    p.cutbacks,
    p.delays,
    p.crash_net,
    p.screens,
    p.give_and_go,
    p.second_touch,
    p.cycles,
    p.poke_checks,
    p.stick_checks,
    p.zone_ent_denials,
    p.backchecks,
    p.forechecks,
    p.breakouts,
    p.dump_ins,
    p.loose_puck_wins,
    p.puck_recoveries,
    p.drives_middle + p.drives_wide + p.drives_corner as drives_total,
    p.loose_puck_wins + p.puck_recoveries as puck_battles_total,
    p.plays_successful,
    p.plays_unsuccessful,
    100 * p.plays_successful::double precision
        / nullif(p.plays_successful + p.plays_unsuccessful, 0) as play_success_rate,

    -- expected goals
    p.xg_for,
    p.goals as goals_actual,
    p.goals - p.xg_for as goals_above_expected,
    p.xg_for / nullif(p.sog, 0) as xg_per_shot,
    p.sog as shots_for_xg,
    p.goals / nullif(p.xg_for, 0) as finishing_skill,

    -- strength
    p.ev_toi_seconds,
    p.ev_cf,
    p.ev_ca,
    100 * p.ev_cf::double precision / nullif(p.ev_cf + p.ev_ca, 0) as ev_cf_pct,
    p.ev_gf,
    p.ev_ga,
    p.ev_goals,
    p.ev_assists,
    p.ev_goals + coalesce(p.ev_assists, 0) as ev_points,
    p.ev_shots,
    p.pp_toi_seconds,
    p.pp_cf,
    p.pp_ca,
    100 * p.pp_cf::double precision / nullif(p.pp_cf + p.pp_ca, 0) as pp_cf_pct,
    p.pp_gf,
    p.pp_ga,
    p.pp_goals,
    p.pp_assists,
    p.pp_goals + coalesce(p.pp_assists, 0) as pp_points,
    p.pp_shots,
    p.pk_toi_seconds,
    p.pk_cf,
    p.pk_ca,
    100 * p.pk_cf::double precision / nullif(p.pk_cf + p.pk_ca, 0) as pk_cf_pct,
    p.pk_gf,
    p.pk_ga,
    p.pk_goals,
    p.pk_assists,
    p.pk_goals + coalesce(p.pk_assists, 0) as pk_points,
    p.pk_shots,
    p.en_toi_seconds,
    p.en_cf,
    p.en_ca,
    100 * p.en_cf::double precision / nullif(p.en_cf + p.en_ca, 0) as en_cf_pct,
    p.en_gf,
    p.en_ga,
    p.en_goals,
    p.en_assists,
    p.en_goals + coalesce(p.en_assists, 0) as en_points,
    p.en_shots,
    100 * p.pp_toi_seconds::double precision / nullif(p.toi_seconds, 0) as pp_toi_pct,
    100 * p.pk_toi_seconds::double precision / nullif(p.toi_seconds, 0) as pk_toi_pct,

    -- kinds of his shots
    p.shots_wrist,
    p.shots_slap,
    p.shots_snap,
    p.shots_backhand,
    p.shots_one_timer,
    p.shots_tip,
    p.shots_deflection,
    p.shots_wraparound,
    p.shots_poke,
    p.shots_bat,
    p.goals_wrist,
    p.goals_one_timer,
    p.goals_tip,
    p.goals_backhand,
    100 * p.goals_wrist::double precision / nullif(p.shots_wrist, 0) as wrist_shot_pct,
    100 * p.goals_one_timer::double precision / nullif(p.shots_one_timer, 0) as one_timer_pct,
    (p.shots_wrist > 0)::integer
        + (p.shots_slap > 0)::integer
        + (p.shots_snap > 0)::integer
        + (p.shots_backhand > 0)::integer
        + (p.shots_one_timer > 0)::integer as shot_type_variety,

    -- passes
    p.passes_forehand,
    p.passes_backhand,
    p.passes_stretch,
    p.passes_bank,
    p.passes_rim,
    p.passes_drop,
    p.passes_lob,
    p.passes_one_touch,
    p.passes_stretch + p.passes_bank + p.passes_lob as creative_passes,
    p.pass_completed as passes_completed,
    p.pass_attempts as passes_attempted,
    100 * p.pass_completed::double precision / nullif(p.pass_attempts, 0) as pass_completion_pct,
    100 * p.stretch_completed::double precision / nullif(p.passes_stretch, 0) as stretch_pass_pct,
    (p.passes_forehand > 0)::integer
        + (p.passes_backhand > 0)::integer
        + (p.passes_stretch > 0)::integer
        + (p.passes_bank > 0)::integer
        + (p.passes_rim > 0)::integer
        + (p.passes_drop > 0)::integer as pass_type_diversity,

    -- playmaking
    p.shot_assists,
    p.goal_creating_actions,
    p.pre_shot_touches,
    p.sequences_involved,
    100 * p.sequences_involved::double precision / nullif(p.sequences_team, 0)
        as sequence_involvement_pct,
    p.sog_sequences,
    p.goal_sequences,
    p.shot_assists + 2 * p.goal_creating_actions
        + 0.3::double precision * p.pre_shot_touches + 0.5::double precision * p.sog_sequences
        as playmaking_index,

    -- under pressure
    p.plays_under_pressure,
    p.plays_not_pressured,
    100 * p.plays_under_pressure::double precision
        / nullif(p.plays_under_pressure + p.plays_not_pressured, 0) as pressure_rate,
    p.pressure_success_count,
    100 * p.pressure_success_count::double precision / nullif(p.pressure_judged, 0)
        as pressure_success_pct,
    100 * p.unpressured_success_count::double precision / nullif(p.unpressured_judged, 0)
        as unpressured_success_pct,
    100 * p.pressure_success_count::double precision / nullif(p.pressure_judged, 0)
        - 100 * p.unpressured_success_count::double precision / nullif(p.unpressured_judged, 0)
        as pressure_differential,
    p.pressure_giveaways,
    3 * p.pressure_success_count::double precision / nullif(p.pressure_judged, 0) - 1
        - 0.1::double precision * p.pressure_giveaways / p.pressure_games as poise_index,

    -- tiers of the opponents
    p.vs_elite_toi,
    100 * p.vs_elite_cf::double precision / nullif(p.vs_elite_cf + p.vs_elite_ca, 0)
        as vs_elite_cf_pct,
    p.vs_elite_gf,
    p.vs_elite_ga,
    p.vs_good_toi,
    100 * p.vs_good_cf::double precision / nullif(p.vs_good_cf + p.vs_good_ca, 0) as vs_good_cf_pct,
    p.vs_good_gf,
    p.vs_good_ga,
    p.vs_avg_toi,
    100 * p.vs_avg_cf::double precision / nullif(p.vs_avg_cf + p.vs_avg_ca, 0) as vs_avg_cf_pct,
    p.vs_avg_gf,
    p.vs_avg_ga,
    p.vs_weak_toi,
    100 * p.vs_weak_cf::double precision / nullif(p.vs_weak_cf + p.vs_weak_ca, 0) as vs_weak_cf_pct,
    p.vs_weak_gf,
    p.vs_weak_ga,
    100 * p.cf_adj / nullif(p.cf_adj + p.ca_adj, 0) as cf_pct_adjusted,
    100 * p.expected_cf::double precision / nullif(p.expected_attempts, 0)
        - p.expected_sum / nullif(p.expected_attempts, 0) as cf_pct_vs_expected,

    -- score state
    p.leading_toi,
    p.trailing_toi,
    p.tied_toi,
    p.close_game_toi,
    100 * p.leading_cf::double precision / nullif(p.leading_cf + p.leading_ca, 0) as leading_cf_pct,
    100 * p.trailing_cf::double precision / nullif(p.trailing_cf + p.trailing_ca, 0)
        as trailing_cf_pct,
    100 * p.tied_cf::double precision / nullif(p.tied_cf + p.tied_ca, 0) as tied_cf_pct,
    100 * p.close_game_cf::double precision / nullif(p.close_game_cf + p.close_game_ca, 0)
        as close_game_cf_pct,
    p.leading_goals,
    p.trailing_goals,
    p.tied_goals,
    p.p3_leading_toi,
    p.p3_leading_cf,
    p.p3_leading_ca,
    100 * p.p3_leading_cf::double precision / nullif(p.p3_leading_cf + p.p3_leading_ca, 0)
        as p3_leading_cf_pct,
    p.p3_leading_gf,
    p.p3_leading_ga,
    100 * p.p3_leading_cf::double precision / nullif(p.p3_leading_cf + p.p3_leading_ca, 0)
        as defensive_clutch_cf_pct,
    100 * p.p3_leading_cf::double precision / nullif(p.p3_leading_cf + p.p3_leading_ca, 0)
        - 100 * p.corsi_for::double precision / nullif(p.corsi_for + p.corsi_against, 0)
        as defensive_clutch_diff,

    -- line-mates
    l.unique_linemates,
    whole_seconds(l.top_seconds) as top_linemate_toi_together,
    100 * l.top_cf::double precision / nullif(l.top_cf + l.top_ca, 0) as top_line_cf_pct,
    100 * l.top_cf::double precision / nullif(l.top_cf + l.top_ca, 0)
        - 100 * (p.corsi_for - l.top_cf)::double precision / nullif(
            p.corsi_for + p.corsi_against - l.top_cf - l.top_ca, 0
        ) as chemistry_score,
    whole_seconds(l.partner_seconds) as d_partner_toi_together,
    100 * l.trio_seconds / nullif(p.toi_seconds, 0) as line_consistency_pct,

    -- first and last minutes of the periods
    p.early_period_goals,
    p.early_period_assists,
    p.early_period_goals + coalesce(p.early_period_assists, 0) as early_period_points,
    p.early_period_shots,
    p.late_period_goals,
    p.late_period_assists,
    p.late_period_goals + coalesce(p.late_period_assists, 0) as late_period_points,
    p.late_period_shots,
    p.early_period_cf,
    p.early_period_ca,
    p.late_period_cf,
    p.late_period_ca,
    100 * p.early_period_cf::double precision / nullif(p.early_period_cf + p.early_period_ca, 0)
        as early_period_cf_pct,
    100 * p.late_period_cf::double precision / nullif(p.late_period_cf + p.late_period_ca, 0)
        as late_period_cf_pct,
    p.first_goal_involvement,

    -- rebounds and the net front
    p.rebound_recoveries,
    p.rebound_shots,
    p.rebound_goals,
    100 * p.rebound_goals::double precision / nullif(p.rebound_shots, 0) as rebound_shot_pct,
    p.crash_net as crash_net_attempts,
    p.crash_net_success,
    p.garbage_goals,

    -- per 60 minutes
    3600 * p.goals::double precision / nullif(p.toi_seconds, 0) as goals_per_60,
    3600 * (p.primary_assists + p.secondary_assists)::double precision
        / nullif(p.toi_with_tags, 0) as assists_per_60,
    3600 * (p.goals + coalesce(p.primary_assists + p.secondary_assists, 0))::double precision
        / nullif(p.toi_seconds, 0) as points_per_60,
    3600 * p.sog::double precision / nullif(p.toi_seconds, 0) as sog_per_60,
    3600 * p.xg_for / nullif(p.toi_seconds, 0) as xg_per_60,
    3600 * p.shot_assists::double precision / nullif(p.toi_seconds, 0) as shot_assists_per_60,

    -- game score
    s.game_score_raw,
    g.game_score,
    3600 * s.game_score_raw * p.games / nullif(p.toi_seconds, 0) as game_score_per_60,
    p.gs_scoring_sum / p.games as gs_scoring,
    p.gs_shots_sum / p.games as gs_shots,
    p.gs_playmaking_sum / p.games as gs_playmaking,
    p.gs_defense_sum / p.games as gs_defense,
    p.gs_hustle_sum / p.games as gs_hustle,
    (p.gs_scoring_sum + p.gs_shots_sum + p.gs_playmaking_sum) / p.games as offensive_game_score,
    (p.gs_defense_sum + p.gs_hustle_sum + p.gs_giveaway_sum) / p.games as defensive_game_score,
    g.calculated_rating,

    -- goals above replacement
    p.gar_offense,
    p.gar_defense,
    p.gar_possession,
    p.gar_transition,
    p.gar_poise,
    s.gar_total,
    s.gar_total / 4.5 as war,
    s.gar_total / 4.5 / p.games * 20 as war_pace,

    -- against his rating
    p.skill_rating,
    expected_game_score(p.skill_rating) as expected_game_score,
    g.game_score - expected_game_score(p.skill_rating) as game_score_vs_expected,
    g.performance_index,
    rating_of_game_score(g.game_score) as adjusted_rating,
    rating_of_game_score(g.game_score) - p.skill_rating as rating_delta,
    p.skill_rating - r.opp_avg_rating as rating_vs_competition,
    g.performance_index * (1 + 0.1 * (r.opp_avg_rating - p.skill_rating))
        as adjusted_performance_index,
    g.calculated_rating - p.skill_rating as rating_differential,

    -- on the ice against off the ice
    100 * p.corsi_for::double precision / nullif(p.corsi_for + p.corsi_against, 0)
        - 100 * p.off_cf::double precision / nullif(p.off_cf + p.off_ca, 0) as cf_pct_rel,
    100 * p.fenwick_for::double precision / nullif(p.fenwick_for + p.fenwick_against, 0)
        - 100 * p.off_ff::double precision / nullif(p.off_ff + p.off_fa, 0) as ff_pct_rel,
    100 * p.plus_total::double precision / nullif(p.plus_total + p.minus_total, 0) as gf_pct,
    100 * p.plus_total::double precision / nullif(p.plus_total + p.minus_total, 0)
        - 100 * p.off_gf::double precision / nullif(p.off_gf + p.off_ga, 0) as gf_pct_rel
from base_player_total as p
-- offset 0: computed once a row, not wherever a column is used
cross join lateral (
    select
        p.team_avg_rating_sum / nullif(p.team_avg_rating_seconds, 0) as team_avg_rating,
        p.opp_avg_rating_sum / nullif(p.opp_avg_rating_seconds, 0) as opp_avg_rating,
        p.team_min_rating_sum / nullif(p.team_min_rating_seconds, 0) as team_min_rating,
        p.team_max_rating_sum / nullif(p.team_max_rating_seconds, 0) as team_max_rating,
        p.opp_min_rating_sum / nullif(p.opp_min_rating_seconds, 0) as opp_min_rating,
        p.opp_max_rating_sum / nullif(p.opp_max_rating_seconds, 0) as opp_max_rating,
        p.qot_rating_sum / nullif(p.qot_rating_seconds, 0) as qot_rating
    offset 0
) as r
cross join lateral (
    select
        (
            p.gs_scoring_sum + p.gs_shots_sum + p.gs_playmaking_sum + p.gs_defense_sum
            + p.gs_hustle_sum + p.gs_faceoff_sum + p.gs_poise_sum + p.gs_giveaway_sum
        ) / p.games as game_score_raw,
        p.gar_offense + p.gar_defense + p.gar_possession + p.gar_transition + p.gar_poise
            as gar_total
    offset 0
) as s
cross join lateral (
    select
        2 + s.game_score_raw as game_score,
        100 * (2 + s.game_score_raw) / expected_game_score(p.skill_rating) as performance_index,
        least(greatest(case
            when 2 + s.game_score_raw < 2.5 then 2
            when 2 + s.game_score_raw < 3.5 then 2 + s.game_score_raw - 0.5
            when 2 + s.game_score_raw < 5 then 3 + (2 + s.game_score_raw - 3.5) / 1.5
            when 2 + s.game_score_raw < 7 then 4 + (2 + s.game_score_raw - 5) / 2
            else 5 + (2 + s.game_score_raw - 7) / 3
        end, 2), 6) as calculated_rating
    offset 0
) as g
left join base_group_line as l using (player_id, group_no)

