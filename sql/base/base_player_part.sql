-- base_player_part: the parts of a player game (page 30, 4): every number of it that adds up over
-- games, among them sums that no column shows. What is unknown in a game, because its tracker left
-- the field empty, is NULL, so that sums pass it over.
-- X_judged, X_judged_s: events of X judged at all and judged successful, in games that judge both.
-- off_X: of his team while he was not on the ice. gs_X_sum, gar_X: terms of the game score and GAR.
-- grain: one row per game and skater
-- by: game, player
-- keep: yes
-- index: player_id
with
-- What both teams did, whoever was on the ice.
shifted as (
    select
        game_id,
        sum(cf) as cf,
        sum(ca) as ca,
        sum(ff) as ff,
        sum(fa) as fa,
        sum(home_gf_all) as home_gf,
        sum(home_ga_all) as home_ga,
        sum(away_gf_all) as away_gf,
        sum(away_ga_all) as away_ga
    from fact_shifts
    where period between 1 and 4
    group by game_id
),
side as (
    select game_id, 'home' as side, cf, ca, ff, fa, home_gf as gf, home_ga as ga from shifted
    union all
    select game_id, 'away', ca, cf, fa, ff, away_gf, away_ga from shifted
),
team as (
    select
        game_id,
        side,
        count(*) filter (where is_rush) as rushes,
        count(*) filter (where event_no = sequence_start_no) as sequences
    from base_stat_event
    where (is_rush or event_no = sequence_start_no)
        and side is not null
        and period between 1 and 4
    group by game_id, side
),
registered as (
    select distinct on (player_id, season_id) player_id, season_id, skill_rating
    from fact_registration
    where skill_rating is not null
    order by player_id, season_id, player_season_registration_id
),

part as (
    select
        g.game_id,
        g.player_id,
        g.side,
        g.team_id,
        g.position,
        g.season_id,
        g.game_type,
        p.current_skill_rating as player_rating,
        coalesce(k.skill_rating, p.current_skill_rating) as skill_rating,
        case when d.shifts then coalesce(i.toi_seconds, 0) end as toi_seconds,
        case when d.shifts then coalesce(i.shift_count, 0) end as shift_count,
        case when d.shifts then coalesce(i.plus_ev, 0) end as plus_ev,
        case when d.shifts then coalesce(i.minus_ev, 0) end as minus_ev,
        case when d.shifts then coalesce(i.corsi_for, 0) end as corsi_for,
        case when d.shifts then coalesce(i.corsi_against, 0) end as corsi_against,
        case when d.shifts then coalesce(i.fenwick_for, 0) end as fenwick_for,
        case when d.shifts then coalesce(i.fenwick_against, 0) end as fenwick_against,
        case when d.shifts then coalesce(i.sog_for, 0) end as sog_for,
        case when d.shifts then coalesce(i.sog_against, 0) end as sog_against,
        case when d.shifts then coalesce(i.plus_total, 0) end as plus_total,
        case when d.shifts then coalesce(i.minus_total, 0) end as minus_total,
        case when d.shifts then coalesce(i.scoring_chances_for, 0) end as scoring_chances_for,
        case when d.shifts then coalesce(i.scoring_chances_against, 0) end
            as scoring_chances_against,
        case when d.shifts then coalesce(i.high_danger_for, 0) end as high_danger_for,
        case when d.shifts then coalesce(i.high_danger_against, 0) end as high_danger_against,
        i.team_avg_rating_sum,
        i.team_avg_rating_seconds,
        i.opp_avg_rating_sum,
        i.opp_avg_rating_seconds,
        i.team_min_rating_sum,
        i.team_min_rating_seconds,
        i.team_max_rating_sum,
        i.team_max_rating_seconds,
        i.opp_min_rating_sum,
        i.opp_min_rating_seconds,
        i.opp_max_rating_sum,
        i.opp_max_rating_seconds,
        i.qot_rating_sum,
        i.qot_rating_seconds,
        case when d.shifts then coalesce(i.zone_starts_oz, 0) end as zone_starts_oz,
        case when d.shifts then coalesce(i.zone_starts_nz, 0) end as zone_starts_nz,
        case when d.shifts then coalesce(i.zone_starts_dz, 0) end as zone_starts_dz,
        case when d.shifts then coalesce(i.p1_toi_seconds, 0) end as p1_toi_seconds,
        case when d.shifts then coalesce(i.p2_toi_seconds, 0) end as p2_toi_seconds,
        case when d.shifts then coalesce(i.p3_toi_seconds, 0) end as p3_toi_seconds,
        case when d.shifts then coalesce(i.ev_toi_seconds, 0) end as ev_toi_seconds,
        case when d.shifts then coalesce(i.ev_cf, 0) end as ev_cf,
        case when d.shifts then coalesce(i.ev_ca, 0) end as ev_ca,
        case when d.shifts then coalesce(i.ev_gf, 0) end as ev_gf,
        case when d.shifts then coalesce(i.ev_ga, 0) end as ev_ga,
        case when d.shifts then coalesce(i.pp_toi_seconds, 0) end as pp_toi_seconds,
        case when d.shifts then coalesce(i.pp_cf, 0) end as pp_cf,
        case when d.shifts then coalesce(i.pp_ca, 0) end as pp_ca,
        case when d.shifts then coalesce(i.pp_gf, 0) end as pp_gf,
        case when d.shifts then coalesce(i.pp_ga, 0) end as pp_ga,
        case when d.shifts then coalesce(i.pk_toi_seconds, 0) end as pk_toi_seconds,
        case when d.shifts then coalesce(i.pk_cf, 0) end as pk_cf,
        case when d.shifts then coalesce(i.pk_ca, 0) end as pk_ca,
        case when d.shifts then coalesce(i.pk_gf, 0) end as pk_gf,
        case when d.shifts then coalesce(i.pk_ga, 0) end as pk_ga,
        case when d.shifts then coalesce(i.en_toi_seconds, 0) end as en_toi_seconds,
        case when d.shifts then coalesce(i.en_cf, 0) end as en_cf,
        case when d.shifts then coalesce(i.en_ca, 0) end as en_ca,
        case when d.shifts then coalesce(i.en_gf, 0) end as en_gf,
        case when d.shifts then coalesce(i.en_ga, 0) end as en_ga,
        case when d.shifts then coalesce(i.vs_elite_toi, 0) end as vs_elite_toi,
        case when d.shifts then coalesce(i.vs_elite_cf, 0) end as vs_elite_cf,
        case when d.shifts then coalesce(i.vs_elite_ca, 0) end as vs_elite_ca,
        case when d.shifts then coalesce(i.vs_elite_gf, 0) end as vs_elite_gf,
        case when d.shifts then coalesce(i.vs_elite_ga, 0) end as vs_elite_ga,
        case when d.shifts then coalesce(i.vs_good_toi, 0) end as vs_good_toi,
        case when d.shifts then coalesce(i.vs_good_cf, 0) end as vs_good_cf,
        case when d.shifts then coalesce(i.vs_good_ca, 0) end as vs_good_ca,
        case when d.shifts then coalesce(i.vs_good_gf, 0) end as vs_good_gf,
        case when d.shifts then coalesce(i.vs_good_ga, 0) end as vs_good_ga,
        case when d.shifts then coalesce(i.vs_avg_toi, 0) end as vs_avg_toi,
        case when d.shifts then coalesce(i.vs_avg_cf, 0) end as vs_avg_cf,
        case when d.shifts then coalesce(i.vs_avg_ca, 0) end as vs_avg_ca,
        case when d.shifts then coalesce(i.vs_avg_gf, 0) end as vs_avg_gf,
        case when d.shifts then coalesce(i.vs_avg_ga, 0) end as vs_avg_ga,
        case when d.shifts then coalesce(i.vs_weak_toi, 0) end as vs_weak_toi,
        case when d.shifts then coalesce(i.vs_weak_cf, 0) end as vs_weak_cf,
        case when d.shifts then coalesce(i.vs_weak_ca, 0) end as vs_weak_ca,
        case when d.shifts then coalesce(i.vs_weak_gf, 0) end as vs_weak_gf,
        case when d.shifts then coalesce(i.vs_weak_ga, 0) end as vs_weak_ga,
        i.cf_adj,
        i.ca_adj,
        i.expected_sum,
        i.expected_attempts,
        i.expected_cf,
        case when d.shifts then coalesce(i.leading_toi, 0) end as leading_toi,
        case when d.shifts then coalesce(i.leading_cf, 0) end as leading_cf,
        case when d.shifts then coalesce(i.leading_ca, 0) end as leading_ca,
        case when d.shifts then coalesce(i.trailing_toi, 0) end as trailing_toi,
        case when d.shifts then coalesce(i.trailing_cf, 0) end as trailing_cf,
        case when d.shifts then coalesce(i.trailing_ca, 0) end as trailing_ca,
        case when d.shifts then coalesce(i.tied_toi, 0) end as tied_toi,
        case when d.shifts then coalesce(i.tied_cf, 0) end as tied_cf,
        case when d.shifts then coalesce(i.tied_ca, 0) end as tied_ca,
        case when d.shifts then coalesce(i.close_game_toi, 0) end as close_game_toi,
        case when d.shifts then coalesce(i.close_game_cf, 0) end as close_game_cf,
        case when d.shifts then coalesce(i.close_game_ca, 0) end as close_game_ca,
        case when d.shifts then coalesce(i.p3_leading_toi, 0) end as p3_leading_toi,
        case when d.shifts then coalesce(i.p3_leading_cf, 0) end as p3_leading_cf,
        case when d.shifts then coalesce(i.p3_leading_ca, 0) end as p3_leading_ca,
        case when d.shifts then coalesce(i.p3_leading_gf, 0) end as p3_leading_gf,
        case when d.shifts then coalesce(i.p3_leading_ga, 0) end as p3_leading_ga,
        case when d.shifts then coalesce(i.early_period_cf, 0) end as early_period_cf,
        case when d.shifts then coalesce(i.early_period_ca, 0) end as early_period_ca,
        case when d.shifts then coalesce(i.late_period_cf, 0) end as late_period_cf,
        case when d.shifts then coalesce(i.late_period_ca, 0) end as late_period_ca,
        case when d.shifts then coalesce(i.defense_seconds, 0) end as defense_seconds,
        (case when d.shifts then s.cf - coalesce(i.corsi_for, 0) end)::integer as off_cf,
        (case when d.shifts then s.ca - coalesce(i.corsi_against, 0) end)::integer as off_ca,
        (case when d.shifts then s.ff - coalesce(i.fenwick_for, 0) end)::integer as off_ff,
        (case when d.shifts then s.fa - coalesce(i.fenwick_against, 0) end)::integer as off_fa,
        (case when d.shifts then s.gf - coalesce(i.plus_total, 0) end)::integer as off_gf,
        (case when d.shifts then s.ga - coalesce(i.minus_total, 0) end)::integer as off_ga,
        case when d.shifts and d.tags then coalesce(i.toi_seconds, 0) end as toi_with_tags,
        coalesce(e.goals, 0) as goals,
        coalesce(e.shots, 0) as shots,
        coalesce(e.sog, 0) as sog,
        coalesce(e.pass_attempts, 0) as pass_attempts,
        coalesce(e.pass_completed, 0) as pass_completed,
        coalesce(e.fo_wins, 0) as fo_wins,
        coalesce(e.giveaways, 0) as giveaways,
        coalesce(e.takeaways, 0) as takeaways,
        coalesce(e.bad_giveaways, 0) as bad_giveaways,
        coalesce(e.hits, 0) as hits,
        coalesce(e.zone_ent_total, 0) as zone_ent_total,
        coalesce(e.zone_ent_successful, 0) as zone_ent_successful,
        case when d.entry_success then coalesce(e.zone_ent_judged, 0) end as zone_ent_judged,
        case when d.entry_success then coalesce(e.zone_ent_successful, 0) end as zone_ent_judged_s,
        coalesce(e.zone_ent_shot_generated, 0) as zone_ent_shot_generated,
        coalesce(e.zone_ent_goal_generated, 0) as zone_ent_goal_generated,
        coalesce(e.zone_ent_controlled, 0) as zone_ent_controlled,
        coalesce(e.zone_ent_controlled_successful, 0) as zone_ent_controlled_successful,
        case when d.entry_success then coalesce(e.zone_ent_controlled_judged, 0) end
            as zone_ent_controlled_judged,
        case when d.entry_success then coalesce(e.zone_ent_controlled_successful, 0) end
            as zone_ent_controlled_judged_s,
        coalesce(e.zone_ent_controlled_shot, 0) as zone_ent_controlled_shot,
        coalesce(e.zone_ent_controlled_goal, 0) as zone_ent_controlled_goal,
        coalesce(e.zone_ent_uncontrolled, 0) as zone_ent_uncontrolled,
        coalesce(e.zone_ent_uncontrolled_successful, 0) as zone_ent_uncontrolled_successful,
        case when d.entry_success then coalesce(e.zone_ent_uncontrolled_judged, 0) end
            as zone_ent_uncontrolled_judged,
        case when d.entry_success then coalesce(e.zone_ent_uncontrolled_successful, 0) end
            as zone_ent_uncontrolled_judged_s,
        coalesce(e.zone_ent_uncontrolled_shot, 0) as zone_ent_uncontrolled_shot,
        coalesce(e.zone_ent_uncontrolled_goal, 0) as zone_ent_uncontrolled_goal,
        coalesce(e.zone_ext_total, 0) as zone_ext_total,
        coalesce(e.zone_ext_successful, 0) as zone_ext_successful,
        case when d.exit_success then coalesce(e.zone_ext_judged, 0) end as zone_ext_judged,
        case when d.exit_success then coalesce(e.zone_ext_successful, 0) end as zone_ext_judged_s,
        coalesce(e.zone_ext_shot_generated, 0) as zone_ext_shot_generated,
        coalesce(e.zone_ext_goal_generated, 0) as zone_ext_goal_generated,
        coalesce(e.zone_ext_controlled, 0) as zone_ext_controlled,
        coalesce(e.zone_ext_controlled_successful, 0) as zone_ext_controlled_successful,
        case when d.exit_success then coalesce(e.zone_ext_controlled_judged, 0) end
            as zone_ext_controlled_judged,
        case when d.exit_success then coalesce(e.zone_ext_controlled_successful, 0) end
            as zone_ext_controlled_judged_s,
        coalesce(e.zone_ext_controlled_shot, 0) as zone_ext_controlled_shot,
        coalesce(e.zone_ext_controlled_goal, 0) as zone_ext_controlled_goal,
        coalesce(e.zone_ext_uncontrolled, 0) as zone_ext_uncontrolled,
        coalesce(e.zone_ext_uncontrolled_successful, 0) as zone_ext_uncontrolled_successful,
        case when d.exit_success then coalesce(e.zone_ext_uncontrolled_judged, 0) end
            as zone_ext_uncontrolled_judged,
        case when d.exit_success then coalesce(e.zone_ext_uncontrolled_successful, 0) end
            as zone_ext_uncontrolled_judged_s,
        coalesce(e.zone_ext_uncontrolled_shot, 0) as zone_ext_uncontrolled_shot,
        coalesce(e.zone_ext_uncontrolled_goal, 0) as zone_ext_uncontrolled_goal,
        coalesce(e.fo_wins_oz, 0) as fo_wins_oz,
        coalesce(e.fo_wins_nz, 0) as fo_wins_nz,
        coalesce(e.fo_wins_dz, 0) as fo_wins_dz,
        coalesce(e.p1_goals, 0) as p1_goals,
        coalesce(e.p1_shots, 0) as p1_shots,
        coalesce(e.p1_sog, 0) as p1_sog,
        coalesce(e.p2_goals, 0) as p2_goals,
        coalesce(e.p2_shots, 0) as p2_shots,
        coalesce(e.p2_sog, 0) as p2_sog,
        coalesce(e.p3_goals, 0) as p3_goals,
        coalesce(e.p3_shots, 0) as p3_shots,
        coalesce(e.p3_sog, 0) as p3_sog,
        coalesce(e.shots_high_danger, 0) as shots_high_danger,
        coalesce(e.goals_high_danger, 0) as goals_high_danger,
        coalesce(e.shots_low_danger, 0) as shots_low_danger,
        coalesce(e.goals_low_danger, 0) as goals_low_danger,
        coalesce(e.shots_medium_danger, 0) as shots_medium_danger,
        coalesce(e.goals_medium_danger, 0) as goals_medium_danger,
        coalesce(e.sog_scored, 0) as sog_scored,
        coalesce(e.rush_shots, 0) as rush_shots,
        coalesce(e.rush_goals, 0) as rush_goals,
        coalesce(e.xg_for, 0) as xg_for,
        case when d.shifts then coalesce(e.ev_goals, 0) end as ev_goals,
        case when d.shifts then coalesce(e.ev_shots, 0) end as ev_shots,
        case when d.shifts then coalesce(e.pp_goals, 0) end as pp_goals,
        case when d.shifts then coalesce(e.pp_shots, 0) end as pp_shots,
        case when d.shifts then coalesce(e.pk_goals, 0) end as pk_goals,
        case when d.shifts then coalesce(e.pk_shots, 0) end as pk_shots,
        case when d.shifts then coalesce(e.en_goals, 0) end as en_goals,
        case when d.shifts then coalesce(e.en_shots, 0) end as en_shots,
        coalesce(e.shots_wrist, 0) as shots_wrist,
        coalesce(e.shots_slap, 0) as shots_slap,
        coalesce(e.shots_snap, 0) as shots_snap,
        coalesce(e.shots_backhand, 0) as shots_backhand,
        coalesce(e.shots_one_timer, 0) as shots_one_timer,
        coalesce(e.shots_tip, 0) as shots_tip,
        coalesce(e.shots_wraparound, 0) as shots_wraparound,
        coalesce(e.shots_poke, 0) as shots_poke,
        coalesce(e.shots_bat, 0) as shots_bat,
        coalesce(e.shots_deflection, 0) as shots_deflection,
        coalesce(e.goals_wrist, 0) as goals_wrist,
        coalesce(e.goals_one_timer, 0) as goals_one_timer,
        coalesce(e.goals_tip, 0) as goals_tip,
        coalesce(e.goals_backhand, 0) as goals_backhand,
        coalesce(e.garbage_goals, 0) as garbage_goals,
        coalesce(e.passes_forehand, 0) as passes_forehand,
        coalesce(e.passes_backhand, 0) as passes_backhand,
        coalesce(e.passes_stretch, 0) as passes_stretch,
        coalesce(e.passes_bank, 0) as passes_bank,
        coalesce(e.passes_rim, 0) as passes_rim,
        coalesce(e.passes_drop, 0) as passes_drop,
        coalesce(e.passes_lob, 0) as passes_lob,
        coalesce(e.passes_one_touch, 0) as passes_one_touch,
        coalesce(e.stretch_completed, 0) as stretch_completed,
        coalesce(e.shot_assists, 0) as shot_assists,
        coalesce(e.goal_creating_actions, 0) as goal_creating_actions,
        coalesce(e.pre_shot_touches, 0) as pre_shot_touches,
        coalesce(e.sequences_involved, 0) as sequences_involved,
        coalesce(e.sog_sequences, 0) as sog_sequences,
        coalesce(e.goal_sequences, 0) as goal_sequences,
        coalesce(e.set_up_xg, 0) as set_up_xg,
        case when d.pressure then coalesce(e.plays_under_pressure, 0) end as plays_under_pressure,
        case when d.pressure then coalesce(e.plays_not_pressured, 0) end as plays_not_pressured,
        case when d.pressure then coalesce(e.pressure_success_count, 0) end
            as pressure_success_count,
        case when d.pressure then coalesce(e.pressure_judged, 0) end as pressure_judged,
        case when d.pressure then coalesce(e.unpressured_success_count, 0) end
            as unpressured_success_count,
        case when d.pressure then coalesce(e.unpressured_judged, 0) end as unpressured_judged,
        case when d.pressure then coalesce(e.pressure_giveaways, 0) end as pressure_giveaways,
        coalesce(e.leading_goals, 0) as leading_goals,
        coalesce(e.trailing_goals, 0) as trailing_goals,
        coalesce(e.tied_goals, 0) as tied_goals,
        coalesce(e.early_period_goals, 0) as early_period_goals,
        coalesce(e.early_period_shots, 0) as early_period_shots,
        coalesce(e.late_period_goals, 0) as late_period_goals,
        coalesce(e.late_period_shots, 0) as late_period_shots,
        coalesce(e.rebound_recoveries, 0) as rebound_recoveries,
        coalesce(e.rebound_shots, 0) as rebound_shots,
        coalesce(e.rebound_goals, 0) as rebound_goals,
        coalesce(r.fo_losses, 0) as fo_losses,
        coalesce(r.fo_losses_oz, 0) as fo_losses_oz,
        coalesce(r.fo_losses_nz, 0) as fo_losses_nz,
        coalesce(r.fo_losses_dz, 0) as fo_losses_dz,
        coalesce(r.primary_def_events, 0) as primary_def_events,
        coalesce(r.support_def_events, 0) as support_def_events,
        coalesce(r.primary_def_shots, 0) as primary_def_shots,
        coalesce(r.primary_def_passes, 0) as primary_def_passes,
        coalesce(r.blocks, 0) as blocks,
        coalesce(r.rush_primary, 0) as rush_primary,
        coalesce(r.rush_primary_success, 0) as rush_primary_success,
        case when d.entry_success then coalesce(r.rush_primary_judged, 0) end
            as rush_primary_judged,
        case when d.entry_success then coalesce(r.rush_primary_success, 0) end
            as rush_primary_judged_s,
        coalesce(r.rush_primary_shot, 0) as rush_primary_shot,
        coalesce(r.rush_primary_goal, 0) as rush_primary_goal,
        coalesce(r.rush_support, 0) as rush_support,
        coalesce(r.rush_support_success, 0) as rush_support_success,
        case when d.entry_success then coalesce(r.rush_support_judged, 0) end
            as rush_support_judged,
        case when d.entry_success then coalesce(r.rush_support_success, 0) end
            as rush_support_judged_s,
        coalesce(r.rush_support_shot, 0) as rush_support_shot,
        coalesce(r.rush_support_goal, 0) as rush_support_goal,
        coalesce(r.rush_off_immediate_shot, 0) as rush_off_immediate_shot,
        coalesce(r.rush_primary_def, 0) as rush_primary_def,
        coalesce(r.rush_primary_def_ga, 0) as rush_primary_def_ga,
        coalesce(r.rush_support_def, 0) as rush_support_def,
        coalesce(r.rush_support_def_ga, 0) as rush_support_def_ga,
        coalesce(r.rush_calc_off, 0) as rush_calc_off,
        coalesce(r.rush_calc_off_goal, 0) as rush_calc_off_goal,
        coalesce(r.rush_calc_def, 0) as rush_calc_def,
        coalesce(r.rush_calc_def_ga, 0) as rush_calc_def_ga,
        case when d.play_success then coalesce(r.plays_successful, 0) end as plays_successful,
        case when d.play_success then coalesce(r.plays_unsuccessful, 0) end as plays_unsuccessful,
        coalesce(r.primary_def_goals_against, 0) as primary_def_goals_against,
        case when d.tags then coalesce(t.dekes, 0) end as dekes,
        case when d.tags then coalesce(t.drives_middle, 0) end as drives_middle,
        case when d.tags then coalesce(t.drives_wide, 0) end as drives_wide,
        case when d.tags then coalesce(t.drives_corner, 0) end as drives_corner,
        case when d.tags then coalesce(t.cutbacks, 0) end as cutbacks,
        case when d.tags then coalesce(t.delays, 0) end as delays,
        case when d.tags then coalesce(t.crash_net, 0) end as crash_net,
        case when d.tags then coalesce(t.screens, 0) end as screens,
        case when d.tags then coalesce(t.give_and_go, 0) end as give_and_go,
        case when d.tags then coalesce(t.second_touch, 0) end as second_touch,
        case when d.tags then coalesce(t.cycles, 0) end as cycles,
        case when d.tags then coalesce(t.poke_checks, 0) end as poke_checks,
        case when d.tags then coalesce(t.stick_checks, 0) end as stick_checks,
        case when d.tags then coalesce(t.zone_ent_denials, 0) end as zone_ent_denials,
        case when d.tags then coalesce(t.backchecks, 0) end as backchecks,
        case when d.tags then coalesce(t.forechecks, 0) end as forechecks,
        case when d.tags then coalesce(t.breakouts, 0) end as breakouts,
        coalesce(t.dump_ins, 0) as dump_ins,
        case when d.tags then coalesce(t.loose_puck_wins, 0) end as loose_puck_wins,
        case when d.tags then coalesce(t.puck_recoveries, 0) end as puck_recoveries,
        case when d.tags and d.play_success then coalesce(t.crash_net_success, 0) end
            as crash_net_success,
        case when d.tags then coalesce(a.primary_assists, 0) end as primary_assists,
        case when d.tags then coalesce(a.secondary_assists, 0) end as secondary_assists,
        case when d.tags then coalesce(a.p1_assists, 0) end as p1_assists,
        case when d.tags then coalesce(a.p2_assists, 0) end as p2_assists,
        case when d.tags then coalesce(a.p3_assists, 0) end as p3_assists,
        case when d.tags then coalesce(a.rush_assists, 0) end as rush_assists,
        case when d.shifts and d.tags then coalesce(a.ev_assists, 0) end as ev_assists,
        case when d.shifts and d.tags then coalesce(a.pp_assists, 0) end as pp_assists,
        case when d.shifts and d.tags then coalesce(a.pk_assists, 0) end as pk_assists,
        case when d.shifts and d.tags then coalesce(a.en_assists, 0) end as en_assists,
        case when d.tags then coalesce(a.early_period_assists, 0) end as early_period_assists,
        case when d.tags then coalesce(a.late_period_assists, 0) end as late_period_assists,
        (coalesce(e.first_goals, 0) > 0 or coalesce(a.first_goal_assists, 0) > 0)::integer
            as first_goal_involvement,
        (coalesce(m.rushes, 0))::integer as rush_team,
        (coalesce(o.rushes, 0))::integer as rush_opponent,
        (coalesce(m.sequences, 0))::integer as sequences_team,
        case when d.pressure then 1 end as pressure_games,
        case when d.tags then 1 end as tag_games
    from base_player_game as g
    join base_recorded as d on d.game_id = g.game_id
    left join base_player_ice as i on i.game_id = g.game_id and i.player_id = g.player_id
    left join base_player_event as e on e.game_id = g.game_id and e.player_id = g.player_id
    left join base_player_role as r on r.game_id = g.game_id and r.player_id = g.player_id
    left join base_player_tag as t on t.game_id = g.game_id and t.player_id = g.player_id
    left join base_player_assist as a on a.game_id = g.game_id and a.player_id = g.player_id
    left join side as s on s.game_id = g.game_id and s.side = g.side
    left join team as m on m.game_id = g.game_id and m.side = g.side
    left join team as o on o.game_id = g.game_id and o.side = other_side(g.side)
    left join dim_player as p on p.player_id = g.player_id
    left join registered as k on k.player_id = g.player_id and k.season_id = g.season_id
)

select
    part.*,
    1 as games,
    (
        goals + 0.8 * coalesce(primary_assists, 0) + 0.5 * coalesce(secondary_assists, 0)
    )::double precision as gs_scoring_sum,
    (0.1 * sog + 0.15 * shots_high_danger)::double precision as gs_shots_sum,
    (
        0.08 * zone_ent_controlled + 0.02 * coalesce(second_touch, 0)
        + 0.15 * shot_assists
    )::double precision as gs_playmaking_sum,
    (
        0.15 * takeaways + 0.08 * blocks + 0.05 * coalesce(poke_checks, 0)
    )::double precision as gs_defense_sum,
    (
        0.1 * coalesce(backchecks, 0) + 0.08 * coalesce(forechecks, 0)
        + 0.03 * coalesce(loose_puck_wins + puck_recoveries, 0)
    )::double precision as gs_hustle_sum,
    (0.03 * (fo_wins - fo_losses))::double precision as gs_faceoff_sum,
    (
        0.2 * coalesce(
            3 * pressure_success_count::double precision / nullif(pressure_judged, 0) - 1
                - 0.1 * pressure_giveaways,
            0
        )
    )::double precision as gs_poise_sum,
    (-0.08 * giveaways)::double precision as gs_giveaway_sum,
    (
        goals + 0.7 * coalesce(primary_assists, 0) + 0.4 * coalesce(secondary_assists, 0)
        + 0.015 * sog + 0.8 * xg_for + 0.3 * set_up_xg
    )::double precision as gar_offense,
    (
        0.05 * takeaways + 0.02 * blocks + 0.03 * zone_ext_controlled
    )::double precision as gar_defense,
    (0.02 * (corsi_for - corsi_against) / 2)::double precision as gar_possession,
    (0.04 * zone_ent_controlled)::double precision as gar_transition,
    (0.02 * coalesce(pressure_success_count, 0))::double precision as gar_poise
from part
order by game_id, player_id
