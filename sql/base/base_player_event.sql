-- base_player_event: what a player did as event_player_1 (page 30, blocks B, E to H, K to P, R, T
-- and U): counts of his events of periods 1 to 4, each kind of events counted by itself. NULL where
-- he has no event of the kind.
-- grain: one row per game and player with such an event
-- by: game
with
acted as (
    select
        event.game_id,
        event.actor as player_id,
        -- what he did
        (count(*) filter (where is_pass))::integer as pass_attempts,
        (count(*) filter (where is_pass and event_detail = 'Pass_Completed'))::integer
            as pass_completed,
        (count(*) filter (where is_faceoff))::integer as fo_wins,
        (count(*) filter (where is_giveaway))::integer as giveaways,
        (count(*) filter (where is_takeaway))::integer as takeaways,
        (count(*) filter (where is_bad_giveaway))::integer as bad_giveaways,
        (count(*) filter (where event_type = 'Hit'))::integer as hits,

        -- face-offs by zone
        (count(*) filter (where is_faceoff and zone = 'o'))::integer as fo_wins_oz,
        (count(*) filter (where is_faceoff and zone = 'n'))::integer as fo_wins_nz,
        (count(*) filter (where is_faceoff and zone = 'd'))::integer as fo_wins_dz,

        -- passes
        (count(*) filter (where is_pass and event_detail_2 = 'Pass_Forehand'))::integer
            as passes_forehand,
        (count(*) filter (where is_pass and event_detail_2 = 'Pass_Backhand'))::integer
            as passes_backhand,
        (count(*) filter (where is_pass and event_detail_2 = 'Pass_Stretch'))::integer
            as passes_stretch,
        (count(*) filter (where is_pass and event_detail_2 = 'Pass_Bank'))::integer as passes_bank,
        (count(*) filter (where is_pass and event_detail_2 = 'Pass_Rim_Wrap'))::integer
            as passes_rim,
        (count(*) filter (where is_pass and event_detail_2 = 'Pass_Drop'))::integer as passes_drop,
        (count(*) filter (where is_pass and event_detail_2 = 'Pass_Lob'))::integer as passes_lob,
        (count(*) filter (where is_pass and event_detail_2 = 'Pass_OneTouch'))::integer
            as passes_one_touch,
        (count(*) filter (
            where is_pass and event_detail_2 = 'Pass_Stretch' and event_detail = 'Pass_Completed'
        ))::integer as stretch_completed,

        -- playmaking
        (count(*) filter (where creating.event_no is not null))::integer as goal_creating_actions,
        (count(*) filter (where is_pre_shot))::integer as pre_shot_touches,

        -- with the puck
        count(held_seconds)::integer as possession_events,
        round(sum(held_seconds::numeric))::integer as held_seconds,

        -- under pressure
        (count(*) filter (where is_pressured))::integer as plays_under_pressure,
        (count(*) filter (where not is_pressured))::integer as plays_not_pressured,
        (count(*) filter (where is_pressured and successful = 's'))::integer
            as pressure_success_count,
        (count(*) filter (where is_pressured and successful in ('s', 'u')))::integer
            as pressure_judged,
        (count(*) filter (where not is_pressured and successful = 's'))::integer
            as unpressured_success_count,
        (count(*) filter (where not is_pressured and successful in ('s', 'u')))::integer
            as unpressured_judged,
        (count(*) filter (where is_pressured and is_giveaway))::integer as pressure_giveaways,

        -- after a rebound
        (count(*) filter (where is_after_rebound))::integer as rebound_recoveries
    from base_stat_event as event
    left join base_goal_creating as creating on creating.event_no = event.event_no
    where event.actor is not null and event.period between 1 and 4
    group by event.game_id, event.actor
),

goal as (
    select
        goal.event_no,
        goal.is_first_of_game,
        coalesce(shot_kind(goal.goal_kind), shot.kind) as kind,
        coalesce(shot.is_rebound, false) as from_rebound
    from base_goal as goal
    left join base_shot as shot on shot.event_no = goal.shot_no
),

shot as (
    select
        event.*,
        shot.kind,
        shot.xg,
        coalesce(shot.is_scored, false) as is_scored,
        coalesce(shot.is_rush, false) as is_rush_shot,
        coalesce(shot.is_rebound, false) as is_rebound_shot,
        goal.kind as goal_kind,
        coalesce(goal.from_rebound, false) as from_rebound,
        coalesce(goal.is_first_of_game, false) as is_first_goal,
        event.period_length - event.clock < event.window_seconds as is_early,
        event.clock <= event.window_seconds as is_late
    from base_stat_event as event
    left join base_shot as shot on shot.event_no = event.event_no
    left join goal on goal.event_no = event.event_no
    where (event.is_shot or event.is_goal)
        and event.actor is not null
        and event.period between 1 and 4
),

shooting as (
    select
        game_id,
        actor as player_id,
        -- his shots and goals
        (count(*) filter (where is_goal))::integer as goals,
        (count(*) filter (where is_shot))::integer as shots,
        (count(*) filter (where is_sog))::integer as sog,

        -- periods
        (count(*) filter (where is_goal and period = 1))::integer as p1_goals,
        (count(*) filter (where is_shot and period = 1))::integer as p1_shots,
        (count(*) filter (where is_sog and period = 1))::integer as p1_sog,
        (count(*) filter (where is_goal and period = 2))::integer as p2_goals,
        (count(*) filter (where is_shot and period = 2))::integer as p2_shots,
        (count(*) filter (where is_sog and period = 2))::integer as p2_sog,
        (count(*) filter (where is_goal and period = 3))::integer as p3_goals,
        (count(*) filter (where is_shot and period = 3))::integer as p3_shots,
        (count(*) filter (where is_sog and period = 3))::integer as p3_sog,

        -- danger and value of his shots
        (count(*) filter (where is_sog and danger_level = 'high'))::integer as shots_high_danger,
        (count(*) filter (where is_sog and danger_level = 'high' and is_scored))::integer
            as goals_high_danger,
        (count(*) filter (where is_sog and danger_level = 'low'))::integer as shots_low_danger,
        (count(*) filter (where is_sog and danger_level = 'low' and is_scored))::integer
            as goals_low_danger,
        (count(*) filter (where is_sog and danger_level = 'medium'))::integer
            as shots_medium_danger,
        (count(*) filter (where is_sog and danger_level = 'medium' and is_scored))::integer
            as goals_medium_danger,
        (count(*) filter (where is_sog and is_scored))::integer as sog_scored,
        (count(*) filter (where is_sog and is_rush_shot))::integer as rush_shots,
        (count(*) filter (where is_sog and is_rush_shot and is_scored))::integer as rush_goals,
        coalesce(sum(xg order by event_no), 0) as xg_for,

        -- strength
        (count(*) filter (where is_goal and class = 'ev'))::integer as ev_goals,
        (count(*) filter (where is_shot and class = 'ev'))::integer as ev_shots,
        (count(*) filter (where is_goal and class = 'pp'))::integer as pp_goals,
        (count(*) filter (where is_shot and class = 'pp'))::integer as pp_shots,
        (count(*) filter (where is_goal and class = 'pk'))::integer as pk_goals,
        (count(*) filter (where is_shot and class = 'pk'))::integer as pk_shots,
        (count(*) filter (where is_goal and class = 'en'))::integer as en_goals,
        (count(*) filter (where is_shot and class = 'en'))::integer as en_shots,

        -- kinds of his shots and goals
        (count(*) filter (where is_shot and kind = 'wrist'))::integer as shots_wrist,
        (count(*) filter (where is_shot and kind = 'slap'))::integer as shots_slap,
        (count(*) filter (where is_shot and kind = 'snap'))::integer as shots_snap,
        (count(*) filter (where is_shot and kind = 'backhand'))::integer as shots_backhand,
        (count(*) filter (where is_shot and kind = 'one_timer'))::integer as shots_one_timer,
        (count(*) filter (where is_shot and kind = 'tip'))::integer as shots_tip,
        (count(*) filter (where is_shot and kind = 'wraparound'))::integer as shots_wraparound,
        (count(*) filter (where is_shot and kind = 'poke'))::integer as shots_poke,
        (count(*) filter (where is_shot and kind = 'bat'))::integer as shots_bat,
        (count(*) filter (
            where is_shot and (event_detail = 'Shot_Deflected' or kind = 'deflection')
        ))::integer as shots_deflection,
        (count(*) filter (where is_goal and goal_kind = 'wrist'))::integer as goals_wrist,
        (count(*) filter (where is_goal and goal_kind = 'one_timer'))::integer as goals_one_timer,
        (count(*) filter (where is_goal and goal_kind in ('tip', 'deflection')))::integer
            as goals_tip,
        (count(*) filter (where is_goal and goal_kind = 'backhand'))::integer as goals_backhand,
        (count(*) filter (
            where is_goal and (coalesce(goal_kind in ('tip', 'deflection', 'poke', 'bat'), false)
                or from_rebound)
        ))::integer as garbage_goals,

        -- score state of his goals
        (count(*) filter (where is_goal and goal_difference > 0))::integer as leading_goals,
        (count(*) filter (where is_goal and goal_difference < 0))::integer as trailing_goals,
        (count(*) filter (where is_goal and goal_difference = 0))::integer as tied_goals,

        -- first and last minutes of the periods
        (count(*) filter (where is_goal and is_early))::integer as early_period_goals,
        (count(*) filter (where is_shot and is_early))::integer as early_period_shots,
        (count(*) filter (where is_goal and is_late))::integer as late_period_goals,
        (count(*) filter (where is_shot and is_late))::integer as late_period_shots,

        -- rebounds
        (count(*) filter (where is_shot and is_rebound_shot))::integer as rebound_shots,
        (count(*) filter (where is_shot and is_rebound_shot and is_scored))::integer
            as rebound_goals,
        (count(*) filter (where is_first_goal))::integer as first_goals
    from shot
    group by game_id, actor
),

crossing as (
    select
        game_id,
        actor as player_id,
        (count(*) filter (where is_zone_entry))::integer as zone_ent_total,
        (count(*) filter (where is_zone_entry and zone = 'o'))::integer as zone_ent_oz,
        (count(*) filter (where is_zone_entry and zone = 'd'))::integer as zone_ent_dz,
        (count(*) filter (where is_zone_entry and successful = 's'))::integer
            as zone_ent_successful,
        (count(*) filter (where is_zone_entry and successful in ('s', 'u')))::integer
            as zone_ent_judged,
        (count(*) filter (where is_zone_entry and own_sog_seconds <= 10))::integer
            as zone_ent_shot_generated,
        (count(*) filter (where is_zone_entry and own_goal_seconds <= 15))::integer
            as zone_ent_goal_generated,
        (count(*) filter (where is_zone_entry and is_controlled_entry))::integer
            as zone_ent_controlled,
        (count(*) filter (
            where is_zone_entry and is_controlled_entry and successful = 's'
        ))::integer
            as zone_ent_controlled_successful,
        (count(*) filter (
            where is_zone_entry and is_controlled_entry and successful in ('s', 'u')
        ))::integer as zone_ent_controlled_judged,
        (count(*) filter (
            where is_zone_entry and is_controlled_entry and own_sog_seconds <= 10
        ))::integer as zone_ent_controlled_shot,
        (count(*) filter (
            where is_zone_entry and is_controlled_entry and own_goal_seconds <= 15
        ))::integer as zone_ent_controlled_goal,
        (count(*) filter (where is_zone_entry and not is_controlled_entry))::integer
            as zone_ent_uncontrolled,
        (count(*) filter (
            where is_zone_entry and not is_controlled_entry and successful = 's'
        ))::integer as zone_ent_uncontrolled_successful,
        (count(*) filter (
            where is_zone_entry and not is_controlled_entry and successful in ('s', 'u')
        ))::integer as zone_ent_uncontrolled_judged,
        (count(*) filter (
            where is_zone_entry and not is_controlled_entry and own_sog_seconds <= 10
        ))::integer as zone_ent_uncontrolled_shot,
        (count(*) filter (
            where is_zone_entry and not is_controlled_entry and own_goal_seconds <= 15
        ))::integer as zone_ent_uncontrolled_goal,
        (count(*) filter (where is_zone_exit))::integer as zone_ext_total,
        (count(*) filter (where is_zone_exit and successful = 's'))::integer as zone_ext_successful,
        (count(*) filter (where is_zone_exit and successful in ('s', 'u')))::integer
            as zone_ext_judged,
        (count(*) filter (where is_zone_exit and own_sog_seconds <= 10))::integer
            as zone_ext_shot_generated,
        (count(*) filter (where is_zone_exit and own_goal_seconds <= 15))::integer
            as zone_ext_goal_generated,
        (count(*) filter (where is_zone_exit and is_controlled_exit))::integer
            as zone_ext_controlled,
        (count(*) filter (where is_zone_exit and is_controlled_exit and successful = 's'))::integer
            as zone_ext_controlled_successful,
        (count(*) filter (
            where is_zone_exit and is_controlled_exit and successful in ('s', 'u')
        ))::integer as zone_ext_controlled_judged,
        (count(*) filter (
            where is_zone_exit and is_controlled_exit and own_sog_seconds <= 10
        ))::integer as zone_ext_controlled_shot,
        (count(*) filter (
            where is_zone_exit and is_controlled_exit and own_goal_seconds <= 15
        ))::integer as zone_ext_controlled_goal,
        (count(*) filter (where is_zone_exit and not is_controlled_exit))::integer
            as zone_ext_uncontrolled,
        (count(*) filter (
            where is_zone_exit and not is_controlled_exit and successful = 's'
        ))::integer
            as zone_ext_uncontrolled_successful,
        (count(*) filter (
            where is_zone_exit and not is_controlled_exit and successful in ('s', 'u')
        ))::integer as zone_ext_uncontrolled_judged,
        (count(*) filter (
            where is_zone_exit and not is_controlled_exit and own_sog_seconds <= 10
        ))::integer as zone_ext_uncontrolled_shot,
        (count(*) filter (
            where is_zone_exit and not is_controlled_exit and own_goal_seconds <= 15
        ))::integer as zone_ext_uncontrolled_goal
    from base_stat_event
    where (is_zone_entry or is_zone_exit) and actor is not null and period between 1 and 4
    group by game_id, actor
),

setting_up as (
    select
        event.game_id,
        event.actor as player_id,
        count(*)::integer as shot_assists,
        coalesce(sum(shot.xg order by event.event_no), 0) as set_up_xg
    from base_stat_event as event
    left join base_shot as shot
        on shot.event_no = event.game_id::bigint * 100000 + event.next_sog_order
    where event.is_shot_assist and event.actor is not null and event.period between 1 and 4
    group by event.game_id, event.actor
),

-- Which sequences hold an own shot on goal, which an own goal. coalesce: else the planner expects
-- hardly any row and compares all of them.
possession as (
    select
        sequence_start_no,
        bool_or(is_sog) as has_sog,
        bool_or(is_goal) as has_goal
    from base_stat_event
    where (is_sog or is_goal) and coalesce(side = sequence_side, false)
    group by sequence_start_no
),

involvement as (
    select
        game_id,
        player_id,
        count(*)::integer as sequences_involved,
        (count(*) filter (where has_sog))::integer as sog_sequences,
        (count(*) filter (where has_goal))::integer as goal_sequences
    from (
        select game_id, actor as player_id, sequence_start_no
        from base_stat_event
        where coalesce(side = sequence_side, false)
            and actor is not null
            and period between 1 and 4
        group by game_id, actor, sequence_start_no
    ) as involved
    left join possession using (sequence_start_no)
    group by game_id, player_id
)

select *
from acted
left join shooting using (game_id, player_id)
left join crossing using (game_id, player_id)
left join setting_up using (game_id, player_id)
left join involvement using (game_id, player_id)
