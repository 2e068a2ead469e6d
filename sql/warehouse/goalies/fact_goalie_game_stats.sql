-- fact_goalie_game_stats: what a goalie did in a game. Percentages without a shot are NULL. Where a
-- goal went in is not recorded, so the columns about it are NULL.
-- doc: warehouse page 31, 2
-- grain: one row per goalie and game
-- key: goalie_game_key
-- by: game
-- order: goalie_game_key
with
netted as (
    select game_id, player_id, side, period, seconds
    from base_player_slot
    where slot = 'G' and period between 1 and 4
),
goalie as (
    select distinct game_id, player_id, side from netted
    union
    select distinct game_id, player_id, goalie_side from base_goalie_event where is_faced
),
counted as (
    select
        game_id,
        player_id,
        goalie_side as side,
        (count(*) filter (where is_save))::integer as saves,
        (count(*) filter (where is_goal))::integer as goals_against,
        (count(*) filter (where is_save or is_goal))::integer as shots_against,

        -- kinds of save
        (count(*) filter (where is_save and event_detail_2 = 'Save_Butterfly'))::integer
            as saves_butterfly,
        (count(*) filter (
            where is_save and event_detail_2 in ('Save_LeftPad', 'Save_RightPad')
        ))::integer as saves_pad,
        (count(*) filter (where is_save and event_detail_2 = 'Save_Glove'))::integer as saves_glove,
        (count(*) filter (where is_save and event_detail_2 = 'Save_Blocker'))::integer
            as saves_blocker,
        (count(*) filter (
            where is_save and event_detail_2 in ('Save_Chest', 'Save_Shoulder')
        ))::integer as saves_chest,
        (count(*) filter (where is_save and event_detail_2 = 'Save_Stick'))::integer as saves_stick,
        (count(*) filter (where is_save and event_detail_2 = 'Save_Scramble'))::integer
            as saves_scramble,
        (count(*) filter (where is_save and event_detail_2 = 'Save_LeftPad'))::integer
            as saves_left_pad,
        (count(*) filter (where is_save and event_detail_2 = 'Save_RightPad'))::integer
            as saves_right_pad,

        -- dangerous shots, rebounds
        (count(*) filter (where is_sog and danger_level = 'high'))::integer as hd_shots_against,
        (count(*) filter (where is_sog and danger_level = 'high' and is_scored))::integer
            as hd_goals_against,
        (count(*) filter (where is_save and event_detail = 'Save_Freeze'))::integer as saves_freeze,
        (count(*) filter (where is_save and event_detail = 'Save_Rebound'))::integer
            as saves_rebound,
        (count(*) filter (where is_rebound and event_detail = 'Rebound_TeamRecovered'))::integer
            as rebounds_team_recovered,
        (count(*) filter (where is_rebound and event_detail = 'Rebound_OppTeamRecovered'))::integer
            as rebounds_opp_recovered,
        (count(*) filter (where is_rebound and event_detail = 'Rebound_ShotGenerated'))::integer
            as rebounds_shot_generated,
        (count(*) filter (where is_rebound and event_detail = 'Rebound_FlurryGenerated'))::integer
            as rebounds_flurry_generated,
        (count(*) filter (where is_sog and is_rebound_shot))::integer
            as second_chance_shots_against,
        (count(*) filter (where is_sog and is_rebound_shot and is_scored))::integer
            as second_chance_goals_against,

        -- parts of the game
        (count(*) filter (where is_save and period = 1))::integer as p1_saves,
        (count(*) filter (where is_goal and period = 1))::integer as p1_goals_against,
        (count(*) filter (where is_save and period = 2))::integer as p2_saves,
        (count(*) filter (where is_goal and period = 2))::integer as p2_goals_against,
        (count(*) filter (where is_save and period = 3))::integer as p3_saves,
        (count(*) filter (where is_goal and period = 3))::integer as p3_goals_against,
        (count(*) filter (where is_save and is_early))::integer as early_period_saves,
        (count(*) filter (where is_goal and is_early))::integer as early_period_ga,
        (count(*) filter (where is_save and not is_early and not is_late))::integer
            as mid_period_saves,
        (count(*) filter (where is_goal and not is_early and not is_late))::integer
            as mid_period_ga,
        (count(*) filter (where is_save and is_late))::integer as late_period_saves,
        (count(*) filter (where is_goal and is_late))::integer as late_period_ga,
        (count(*) filter (where is_save and clock <= 60))::integer as final_minute_saves,
        (count(*) filter (where is_goal and clock <= 60))::integer as final_minute_ga,

        -- after the entry
        (count(*) filter (where is_save and entry_seconds < 5))::integer as rush_saves,
        (count(*) filter (where is_goal and entry_seconds < 5))::integer as rush_goals_against,
        (count(*) filter (where is_save and entry_seconds >= 5 and entry_seconds < 10))::integer
            as quick_attack_saves,
        (count(*) filter (where is_goal and entry_seconds >= 5 and entry_seconds < 10))::integer
            as quick_attack_ga,
        (count(*) filter (where is_save and coalesce(entry_seconds, 10) >= 10))::integer
            as set_play_saves,
        (count(*) filter (where is_goal and coalesce(entry_seconds, 10) >= 10))::integer
            as set_play_ga,
        avg(entry_seconds order by event_no) filter (where is_save)
            as avg_time_from_entry,

        -- sequences
        (count(*) filter (where is_save and in_sequence = 1))::integer as single_shot_saves,
        (count(*) filter (where is_save and in_sequence >= 2))::integer as multi_shot_saves,
        (count(*) filter (where is_goal and in_sequence >= 2))::integer as multi_shot_goals,
        (count(*) filter (where is_save and in_sequence >= 4))::integer as sustained_pressure_saves,
        (count(*) filter (where is_goal and in_sequence >= 4))::integer as sustained_pressure_goals,
        coalesce(max(in_sequence), 0)::integer as max_sequence_faced,
        count(distinct faced_sequence) as sequences,
        count(distinct faced_sequence) filter (where is_goal) as sequences_lost,

        -- volume
        avg(gap order by event_no) as time_between_shots_avg,
        min(gap) as time_between_shots_min,
        (count(*) filter (where is_save and gap < 3))::integer as rapid_fire_saves,
        coalesce(sum(xg order by event_no) filter (where is_sog), 0) as goalie_gax
    from base_goalie_event
    group by game_id, player_id, goalie_side
),
-- A goalie whom no event names has zeros.
tally as (
    select
        goalie.game_id,
        goalie.player_id,
        goalie.side,
        coalesce(saves, 0) as saves,
        coalesce(goals_against, 0) as goals_against,
        coalesce(shots_against, 0) as shots_against,
        coalesce(saves_butterfly, 0) as saves_butterfly,
        coalesce(saves_pad, 0) as saves_pad,
        coalesce(saves_glove, 0) as saves_glove,
        coalesce(saves_blocker, 0) as saves_blocker,
        coalesce(saves_chest, 0) as saves_chest,
        coalesce(saves_stick, 0) as saves_stick,
        coalesce(saves_scramble, 0) as saves_scramble,
        coalesce(saves_left_pad, 0) as saves_left_pad,
        coalesce(saves_right_pad, 0) as saves_right_pad,
        coalesce(hd_shots_against, 0) as hd_shots_against,
        coalesce(hd_goals_against, 0) as hd_goals_against,
        coalesce(saves_freeze, 0) as saves_freeze,
        coalesce(saves_rebound, 0) as saves_rebound,
        coalesce(rebounds_team_recovered, 0) as rebounds_team_recovered,
        coalesce(rebounds_opp_recovered, 0) as rebounds_opp_recovered,
        coalesce(rebounds_shot_generated, 0) as rebounds_shot_generated,
        coalesce(rebounds_flurry_generated, 0) as rebounds_flurry_generated,
        coalesce(second_chance_shots_against, 0) as second_chance_shots_against,
        coalesce(second_chance_goals_against, 0) as second_chance_goals_against,
        coalesce(p1_saves, 0) as p1_saves,
        coalesce(p1_goals_against, 0) as p1_goals_against,
        coalesce(p2_saves, 0) as p2_saves,
        coalesce(p2_goals_against, 0) as p2_goals_against,
        coalesce(p3_saves, 0) as p3_saves,
        coalesce(p3_goals_against, 0) as p3_goals_against,
        coalesce(early_period_saves, 0) as early_period_saves,
        coalesce(early_period_ga, 0) as early_period_ga,
        coalesce(mid_period_saves, 0) as mid_period_saves,
        coalesce(mid_period_ga, 0) as mid_period_ga,
        coalesce(late_period_saves, 0) as late_period_saves,
        coalesce(late_period_ga, 0) as late_period_ga,
        coalesce(final_minute_saves, 0) as final_minute_saves,
        coalesce(final_minute_ga, 0) as final_minute_ga,
        coalesce(rush_saves, 0) as rush_saves,
        coalesce(rush_goals_against, 0) as rush_goals_against,
        coalesce(quick_attack_saves, 0) as quick_attack_saves,
        coalesce(quick_attack_ga, 0) as quick_attack_ga,
        coalesce(set_play_saves, 0) as set_play_saves,
        coalesce(set_play_ga, 0) as set_play_ga,
        avg_time_from_entry,
        coalesce(single_shot_saves, 0) as single_shot_saves,
        coalesce(multi_shot_saves, 0) as multi_shot_saves,
        coalesce(multi_shot_goals, 0) as multi_shot_goals,
        coalesce(sustained_pressure_saves, 0) as sustained_pressure_saves,
        coalesce(sustained_pressure_goals, 0) as sustained_pressure_goals,
        coalesce(max_sequence_faced, 0) as max_sequence_faced,
        coalesce(sequences, 0) as sequences,
        coalesce(sequences_lost, 0) as sequences_lost,
        time_between_shots_avg,
        time_between_shots_min,
        coalesce(rapid_fire_saves, 0) as rapid_fire_saves,
        coalesce(goalie_gax, 0) as goalie_gax
    from goalie
    left join counted using (game_id, player_id, side)
),

-- Shots faced in the periods in which he was in net.
faced as (
    select game_id, player_id, goalie_side as side, period, count(*) as shots
    from base_goalie_event
    where is_faced
    group by game_id, player_id, goalie_side, period
),
in_net as (
    select game_id, player_id, side, period from netted
    union
    select game_id, player_id, side, period
    from faced
    where not exists (
        select
        from netted
        where netted.game_id = faced.game_id and netted.player_id = faced.player_id
    )
),
volume as (
    select
        game_id,
        player_id,
        side,
        count(in_net.period) as periods,
        max(coalesce(shots, 0))::integer as max_shots,
        var_pop(coalesce(shots, 0)::double precision order by period)
            filter (where in_net.period is not null) as variance
    from in_net
    full join faced using (game_id, player_id, side, period)
    group by game_id, player_id, side
),
streak as (
    select game_id, player_id, side, max(saves)::integer as saves_in_row
    from (
        select game_id, player_id, goalie_side as side, count(*) as saves
        from base_goalie_event
        where is_save
        group by game_id, player_id, goalie_side, goals_so_far
    ) as run
    group by game_id, player_id, side
),
starter as (
    select distinct on (game_id) game_id, home_goalie_id, away_goalie_id
    from fact_shifts
    order by game_id, period, shift_start_total_seconds desc, shift_index
),
rated as (
    select
        tally.*,
        100 * p1_saves::double precision / nullif(p1_saves + p1_goals_against, 0) as p1_sv_pct,
        100 * p2_saves::double precision / nullif(p2_saves + p2_goals_against, 0) as p2_sv_pct,
        100 * p3_saves::double precision / nullif(p3_saves + p3_goals_against, 0) as p3_sv_pct,
        100 * rebounds_team_recovered::double precision / nullif(
            rebounds_team_recovered + rebounds_opp_recovered + rebounds_shot_generated
            + rebounds_flurry_generated, 0
        ) as rebound_control_rate,
        100 * (rebounds_shot_generated + rebounds_flurry_generated)::double precision / nullif(
            rebounds_team_recovered + rebounds_opp_recovered + rebounds_shot_generated
            + rebounds_flurry_generated, 0
        ) as rebound_danger_rate,
        100 * multi_shot_saves::double precision / nullif(multi_shot_saves + multi_shot_goals, 0)
            as multi_shot_sv_pct,
        100 * sustained_pressure_saves::double precision
            / nullif(sustained_pressure_saves + sustained_pressure_goals, 0)
            as sustained_pressure_sv_pct,
        0.12::double precision * shots_against as expected_goals_against,
        starter.game_id is null or coalesce(
            player_id = case side when 'home' then home_goalie_id else away_goalie_id end, false
        ) as is_starter,
        case
            when goals_against = 0
                and shots_against > 0
                and count(*) over (partition by game_id, side) = 1 then 2
            else 0
        end as shutout_points
    from tally
    left join starter using (game_id)
),
started as (
    select
        *,
        (is_starter and shots_against > 0 and (
            100.0 * saves / nullif(shots_against, 0) >= 91.7
            or shots_against <= 20 and 100.0 * saves / nullif(shots_against, 0) >= 88.5
        ))::integer as is_quality_start,
        (is_starter and shots_against > 0 and 100.0 * saves / nullif(shots_against, 0) < 85)
            ::integer as is_bad_start
    from rated
),
valued as (
    select
        *,
        0.15::double precision * (hd_shots_against - hd_goals_against) as gar_hd_bonus,
        0.5::double precision * is_quality_start as gar_qs_bonus,
        0.05::double precision * saves_freeze as gar_rebound
    from started
),
quality as (
    select
        game_id,
        player_id,
        side,
        (array_agg(period order by pct desc, period))[1] as best_period,
        (array_agg(period order by pct, period))[1] as worst_period,
        case when count(*) > 1 then stddev_pop(pct order by period) end
            as period_consistency
    from rated
    cross join lateral (
        values (1, p1_sv_pct), (2, p2_sv_pct), (3, p3_sv_pct)
    ) as of (period, pct)
    where pct is not null
    group by game_id, player_id, side
)

select
    'GK' || g.game_id || g.player_id as goalie_game_key,
    g.game_id,
    g.player_id,
    started_at as _export_timestamp,
    n.player_full_name as player_name,
    case g.side when 'home' then m.home_team else m.away_team end as team_name,
    case g.side when 'home' then m.home_team_id else m.away_team_id end as team_id,
    g.side = 'home' as is_home,
    g.saves,
    g.goals_against,
    g.shots_against,
    100 * g.saves::double precision / nullif(g.shots_against, 0) as save_pct,
    g.saves_butterfly,
    g.saves_pad,
    g.saves_glove,
    g.saves_blocker,
    g.saves_chest,
    g.saves_stick,
    g.saves_scramble,
    g.hd_shots_against,
    g.hd_goals_against,
    g.hd_shots_against - g.hd_goals_against as hd_saves,
    100 * (g.hd_shots_against - g.hd_goals_against)::double precision
        / nullif(g.hd_shots_against, 0) as hd_save_pct,
    g.saves_freeze,
    g.saves_rebound,
    100 * g.saves_freeze::double precision / nullif(g.saves, 0) as freeze_pct,
    100 * g.saves_rebound::double precision / nullif(g.saves, 0) as rebound_rate,
    g.rebounds_team_recovered,
    g.rebounds_opp_recovered,
    g.rebounds_shot_generated,
    g.rebounds_flurry_generated,
    g.rebound_control_rate,
    g.rebound_danger_rate,
    g.second_chance_shots_against,
    g.second_chance_goals_against,
    100 * (g.second_chance_shots_against - g.second_chance_goals_against)::double precision
        / nullif(g.second_chance_shots_against, 0) as second_chance_sv_pct,
    g.rebound_danger_rate as dangerous_rebound_pct,
    g.p1_saves,
    g.p1_goals_against,
    g.p1_saves + g.p1_goals_against as p1_shots_against,
    g.p1_sv_pct,
    g.p2_saves,
    g.p2_goals_against,
    g.p2_saves + g.p2_goals_against as p2_shots_against,
    g.p2_sv_pct,
    g.p3_saves,
    g.p3_goals_against,
    g.p3_saves + g.p3_goals_against as p3_shots_against,
    g.p3_sv_pct,
    q.best_period,
    q.worst_period,
    q.period_consistency,
    g.early_period_saves,
    g.mid_period_saves,
    g.late_period_saves,
    g.final_minute_saves,
    g.early_period_ga,
    g.mid_period_ga,
    g.late_period_ga,
    g.final_minute_ga,
    100 * g.early_period_saves::double precision
        / nullif(g.early_period_saves + g.early_period_ga, 0)
        as early_period_sv_pct,
    100 * g.mid_period_saves::double precision / nullif(g.mid_period_saves + g.mid_period_ga, 0)
        as mid_period_sv_pct,
    100 * g.late_period_saves::double precision / nullif(g.late_period_saves + g.late_period_ga, 0)
        as late_period_sv_pct,
    100 * g.final_minute_saves::double precision
        / nullif(g.final_minute_saves + g.final_minute_ga, 0)
        as final_minute_sv_pct,
    g.rush_saves,
    g.quick_attack_saves,
    g.set_play_saves,
    g.avg_time_from_entry,
    g.rush_goals_against,
    g.quick_attack_ga,
    g.set_play_ga,
    100 * g.rush_saves::double precision / nullif(g.rush_saves + g.rush_goals_against, 0)
        as rush_sv_pct,
    100 * g.quick_attack_saves::double precision
        / nullif(g.quick_attack_saves + g.quick_attack_ga, 0)
        as quick_attack_sv_pct,
    100 * g.set_play_saves::double precision / nullif(g.set_play_saves + g.set_play_ga, 0)
        as set_play_sv_pct,
    100 * (g.rush_saves + g.rush_goals_against)::double precision
        / nullif(g.shots_against, 0) as rush_pct_of_shots,
    100 * g.rush_saves::double precision / nullif(g.rush_saves + g.rush_goals_against, 0)
        - 100 * g.set_play_saves::double precision / nullif(g.set_play_saves + g.set_play_ga, 0)
        as transition_defense_rating,
    g.single_shot_saves,
    g.multi_shot_saves,
    g.sustained_pressure_saves,
    g.max_sequence_faced,
    g.shots_against::double precision / nullif(g.sequences, 0) as avg_sequence_length,
    g.multi_shot_sv_pct,
    g.sustained_pressure_sv_pct,
    100 * (g.sequences - g.sequences_lost)::double precision / nullif(g.sequences, 0)
        as sequence_survival_rate,
    weighted_mean(array[
        g.multi_shot_sv_pct, g.sustained_pressure_sv_pct
    ], array[1, 1]) as pressure_handling_index,
    g.saves_glove + g.saves_left_pad as glove_side_saves,
    g.saves_blocker + g.saves_right_pad as blocker_side_saves,
    g.saves_butterfly + g.saves_scramble as five_hole_saves,
    null::integer as glove_side_ga,
    null::integer as blocker_side_ga,
    null::integer as five_hole_ga,
    null::double precision as glove_side_sv_pct,
    null::double precision as blocker_side_sv_pct,
    null::double precision as five_hole_sv_pct,
    (g.saves_glove + g.saves_left_pad)::double precision
        / nullif(g.saves_blocker + g.saves_right_pad, 0) as side_preference_ratio,
    g.shots_against::double precision / v.periods as shots_per_period,
    g.saves::double precision / v.periods as saves_per_period,
    coalesce(v.max_shots, 0) as max_shots_in_period,
    v.variance as shot_volume_variance,
    g.time_between_shots_avg,
    g.time_between_shots_min,
    g.rapid_fire_saves,
    coalesce(u.saves_in_row, 0) as consecutive_saves_max,
    g.shots_against * (1 + sqrt(v.variance) / 10) as workload_index,
    g.expected_goals_against * (1 + 0.005 * greatest(0, g.shots_against - 20)) - g.goals_against
        as fatigue_adjusted_gsaa,
    g.is_quality_start,
    g.is_bad_start,
    g.expected_goals_against,
    g.expected_goals_against - g.goals_against as goals_saved_above_avg,
    0.1::double precision * g.saves - 0.75 * g.goals_against + g.shutout_points
        + 0.2 * (g.hd_shots_against - g.hd_goals_against) as goalie_game_score,
    g.goalie_gax,
    g.goalie_gax - g.goals_against as goalie_gsax,
    weighted_mean(array[
        g.p3_sv_pct,
        100 * g.late_period_saves::double precision
            / nullif(g.late_period_saves + g.late_period_ga, 0),
        100 * g.final_minute_saves::double precision
            / nullif(g.final_minute_saves + g.final_minute_ga, 0)
    ], array[0.4, 0.3, 0.3]) as clutch_rating,
    100 - 2 * q.period_consistency as consistency_rating,
    weighted_mean(array[
        g.multi_shot_sv_pct, g.sustained_pressure_sv_pct
    ], array[1, 1]) as pressure_rating,
    weighted_mean(array[
        100 * g.saves_freeze::double precision / nullif(g.saves, 0),
        g.rebound_control_rate,
        100 - g.rebound_danger_rate
    ], array[0.4, 0.4, 0.2]) as rebound_rating,
    100 * (g.saves_glove + g.saves_blocker + g.saves_chest)::double precision
        / nullif(g.saves, 0) as positioning_rating,
    case when g.shots_against > 0 then least(greatest(
        5 + (100 * g.saves::double precision / g.shots_against - 80) / 4
            + 0.5 * (g.goalie_gax - g.goals_against) + 0.5 * g.shutout_points,
        1
    ), 10) end as overall_game_rating,
    (g.expected_goals_against - g.goals_against) / 4.5 as win_probability_added,
    g.expected_goals_against - g.goals_against as goalie_gar_gsaa,
    g.gar_hd_bonus as goalie_gar_hd_bonus,
    g.gar_qs_bonus as goalie_gar_qs_bonus,
    g.gar_rebound as goalie_gar_rebound,
    g.expected_goals_against - g.goals_against + g.gar_hd_bonus + g.gar_qs_bonus + g.gar_rebound
        as goalie_gar_total,
    (g.expected_goals_against - g.goals_against + g.gar_hd_bonus + g.gar_qs_bonus + g.gar_rebound)
        / 4.5 as goalie_war,
    (g.expected_goals_against - g.goals_against + g.gar_hd_bonus + g.gar_qs_bonus + g.gar_rebound)
        / 4.5 * 20 as goalie_war_pace,
    g.side as venue,
    case g.side when 'home' then 'VN01' else 'VN02' end as venue_id
from valued as g
join base_game as m using (game_id)
left join quality as q using (game_id, player_id, side)
left join volume as v using (game_id, player_id, side)
left join streak as u using (game_id, player_id, side)
left join dim_player as n using (player_id)
cross join run_parameter
order by goalie_game_key
