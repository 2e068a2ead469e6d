-- base_event_full: every event with all that is told of it: what its rows in fact_events and
-- fact_event_players show, and what the steps of statistics count. Its number is its key: rows
-- read by it come in the order of time without a sort.
-- opp_…: the event seen from the other team. is_first_linked: the first of its linked events.
-- player_id and what follows are those of event_player_1.
-- grain: one row per event, in the order of time
-- key: event_no
-- by: game
-- analyze: event_no
with
-- The players of an event in one row. Every event has a first one, most have no more than one
-- other. An id stands once in a list: it is left out where it equals an earlier one.
placed as (
    select
        event_no,
        max(side_of_puck) filter (where place = 1) as side_of_puck,
        max(number) filter (where place = 1) as jersey,
        max(play_detail1) filter (where place = 1) as play_detail1,
        max(play_detail_2) filter (where place = 1) as play_detail_2,
        max(play_detail_successful) filter (where place = 1) as play_detail_successful,
        max(pressured_pressurer) filter (where place = 1) as pressured_pressurer,
        max(player_full_name) filter (where place = 1) as player_full_name,
        max(position_id) filter (where place = 1) as position_id,
        max(current_skill_rating) filter (where place = 1) as current_skill_rating,
        bool_or(place between 2 and 6 and player_id is not null) as has_event_others,
        bool_or(place > 11 and player_id is not null) as has_opp_others,
        max(player_id) filter (where place = 1) as event_1,
        max(player_id) filter (where place = 2) as event_2,
        max(player_id) filter (where place = 3) as event_3,
        max(player_id) filter (where place = 4) as event_4,
        max(player_id) filter (where place = 5) as event_5,
        max(player_id) filter (where place = 6) as event_6,
        max(player_id) filter (where place = 11) as opp_1,
        max(player_id) filter (where place = 12) as opp_2,
        max(player_id) filter (where place = 13) as opp_3,
        max(player_id) filter (where place = 14) as opp_4,
        max(player_id) filter (where place = 15) as opp_5,
        max(player_id) filter (where place = 16) as opp_6,
        max(toi) filter (where place = 1) as event_player_1_toi,
        max(toi) filter (where place = 2) as event_player_2_toi,
        max(toi) filter (where place = 3) as event_player_3_toi,
        max(toi) filter (where place = 4) as event_player_4_toi,
        max(toi) filter (where place = 5) as event_player_5_toi,
        max(toi) filter (where place = 6) as event_player_6_toi,
        max(toi) filter (where place = 11) as opp_player_1_toi,
        max(toi) filter (where place = 12) as opp_player_2_toi,
        max(toi) filter (where place = 13) as opp_player_3_toi,
        max(toi) filter (where place = 14) as opp_player_4_toi,
        max(toi) filter (where place = 15) as opp_player_5_toi,
        max(toi) filter (where place = 16) as opp_player_6_toi
    from base_event_player
    group by event_no
),

players as (
    select
        event_no,
        event_1 as player_id,
        side_of_puck,
        jersey,
        play_detail1,
        play_detail_2,
        play_detail_successful,
        pressured_pressurer,
        player_full_name,
        current_skill_rating,
        position_id,
        case
            when not has_event_others then event_1
            else concat_ws(
                ',',
                event_1,
                nullif(event_2, event_1),
                nullif(nullif(event_3, event_1), event_2),
                nullif(nullif(nullif(event_4, event_1), event_2), event_3),
                nullif(nullif(nullif(nullif(event_5, event_1), event_2), event_3), event_4),
                nullif(
                    nullif(nullif(nullif(nullif(event_6, event_1), event_2), event_3), event_4),
                    event_5
                )
            )
        end as event_player_ids,
        case
            when not has_opp_others then opp_1
            else concat_ws(
                ',',
                opp_1,
                nullif(opp_2, opp_1),
                nullif(nullif(opp_3, opp_1), opp_2),
                nullif(nullif(nullif(opp_4, opp_1), opp_2), opp_3),
                nullif(nullif(nullif(nullif(opp_5, opp_1), opp_2), opp_3), opp_4),
                nullif(nullif(nullif(nullif(nullif(opp_6, opp_1), opp_2), opp_3), opp_4), opp_5)
            )
        end as opp_player_ids,
        event_player_1_toi,
        event_player_2_toi,
        event_player_3_toi,
        event_player_4_toi,
        event_player_5_toi,
        event_player_6_toi,
        opp_player_1_toi,
        opp_player_2_toi,
        opp_player_3_toi,
        opp_player_4_toi,
        opp_player_5_toi,
        opp_player_6_toi
    from placed
),

-- What few events have, found together, so that whole rows meet it once.
marked as (
    select
        event_no,
        max(cycle_key) as cycle_key,
        bool_or(is_first_linked) as is_first_linked
    from (
        select event_no, cycle_key, false as is_first_linked
        from base_event_cycle
        union all
        select min(event_no), null, true
        from base_event_flag
        where linked_event_index is not null
        group by game_id, linked_event_index
    ) as mark
    group by event_no
),

-- Events and what is around them meet in the order of time, so that whole rows need no sort.
events as (
    select
        e.event_no,
        e.game_id,
        e.event_index,
        e.event_order,
        e.period,
        e.period_length,
        e.clock,
        e.end_clock,
        e.start_elapsed,
        e.elapsed_start,
        e.elapsed_end,
        e.running_video_time,
        e.running_intermission_duration,
        e.duration,
        e.side,
        e.zone,
        e.home_zone,
        e.successful,
        e.is_highlight,
        e.is_tipped,
        e.linked_event_index,
        e.sequence_no,
        e.sequence_start_no,
        e.sequence_side,
        e.play_no,
        e.chain_no,
        e.zone_stint_no,
        e.consecutive_team_events,
        e.goal_difference,
        c.event_type,
        c.event_type_id,
        c.event_detail,
        c.event_detail_id,
        c.event_detail_2,
        c.event_detail_2_id,
        c.shot_type_id,
        c.zone_entry_type_id,
        c.zone_exit_type_id,
        c.stoppage_type_id,
        c.giveaway_type_id,
        c.takeaway_type_id,
        c.turnover_type_id,
        c.pass_type_id,
        c.turnover_quality_id,
        c.turnover_weight,
        c.turnover_zone_multiplier,
        c.turnover_category,
        c.shot_outcome_id,
        c.pass_outcome_id,
        c.save_outcome_id,
        c.zone_outcome_id,
        c.is_goal,
        c.is_shot,
        c.is_sog,
        c.is_shot_goal,
        c.is_blocked_shot,
        c.is_missed_shot,
        c.is_deflected,
        c.is_corsi,
        c.is_fenwick,
        c.is_rebound,
        c.is_save,
        c.is_pass,
        c.is_turnover,
        c.is_giveaway,
        c.is_bad_giveaway,
        c.is_takeaway,
        c.is_faceoff,
        c.is_penalty,
        c.is_zone_entry,
        c.is_zone_exit,
        c.is_controlled,
        c.is_carried_in,
        c.is_carried_out,
        g.home_team,
        g.home_team_id,
        g.away_team,
        g.away_team_id,
        g.season_id,
        q.first_order as sequence_first_order,
        q.last_order as sequence_last_order,
        q.event_count as sequence_event_count,
        q.duration as sequence_seconds,
        q.sog_count as sequence_sog_count,
        q.goal_count as sequence_goal_count,
        m.cycle_key,
        m.is_first_linked,
        o.player_id,
        o.event_player_ids,
        o.opp_player_ids,
        o.side_of_puck,
        o.jersey,
        o.play_detail1,
        o.play_detail_2,
        o.play_detail_successful,
        o.pressured_pressurer,
        o.player_full_name,
        o.position_id,
        o.current_skill_rating,
        o.event_player_1_toi,
        o.event_player_2_toi,
        o.event_player_3_toi,
        o.event_player_4_toi,
        o.event_player_5_toi,
        o.event_player_6_toi,
        o.opp_player_1_toi,
        o.opp_player_2_toi,
        o.opp_player_3_toi,
        o.opp_player_4_toi,
        o.opp_player_5_toi,
        o.opp_player_6_toi,
        i.shift_id,
        i.strength,
        i.strength_id,
        i.opp_strength,
        i.opp_strength_id,
        i.class,
        i.team_toi_avg,
        i.team_toi_min,
        i.team_toi_max,
        i.opp_toi_avg,
        i.opp_toi_min,
        i.opp_toi_max,
        i.team_avg_rating,
        i.opp_avg_rating
    from base_event_flag as e
    inner join base_event_code as c on c.code_no = e.code_no
    inner join base_game as g on g.game_id = e.game_id
    inner join players as o on o.event_no = e.event_no
    left join base_event_lineup as i on i.event_no = e.event_no
    left join base_sequence as q on q.start_no = e.sequence_start_no
    left join marked as m on m.event_no = e.event_no
    order by e.event_no
),

neighbours as (
    select
        n.*,
        cp.event_type as prev_event_type,
        cp.event_detail as prev_event_detail,
        cp.is_rebound as is_after_rebound,
        cn.event_type as next_event_type,
        cn.event_detail as next_event_detail
    from base_event_neighbour as n
    left join base_event_code as cp on cp.code_no = n.prev_code_no
    left join base_event_code as cn on cn.code_no = n.next_code_no
    order by n.event_no
)

select
    -- what
    e.event_no,
    e.game_id,
    e.event_index,
    natural_key('EV', e.game_id, e.event_index) as event_id,
    natural_key('TV', e.game_id, e.event_index) as tracking_event_key,
    e.event_type,
    e.event_type_id,
    e.event_detail,
    e.event_detail_id,
    e.event_detail_2,
    e.event_detail_2_id,
    e.shot_type_id,
    e.zone_entry_type_id,
    e.zone_exit_type_id,
    e.stoppage_type_id,
    e.giveaway_type_id,
    e.takeaway_type_id,
    e.turnover_type_id,
    e.pass_type_id,
    e.successful,
    case e.successful when 's' then 'SC01' when 'u' then 'SC02' end as success_id,
    e.is_goal,
    e.is_highlight,
    e.turnover_quality_id,
    e.turnover_weight,
    e.turnover_zone_multiplier,
    e.turnover_category,

    -- the runs and groups it belongs to
    natural_key('SQ', e.game_id, e.sequence_no) as sequence_key,
    natural_key('PL', e.game_id, e.play_no) as play_key,
    e.chain_no,
    e.game_id::text || '_' || e.chain_no::text as event_chain_key,
    natural_key('LV', e.game_id, e.linked_event_index) as linked_event_key,
    e.is_first_linked,
    natural_key('ZC', e.game_id, e.zone_stint_no) as zone_change_key,
    e.cycle_key,

    -- teams
    e.season_id,
    e.home_team,
    e.home_team_id,
    e.away_team,
    e.away_team_id,

    -- when
    e.period,
    'P0' || e.period::text as period_id,
    e.clock,
    e.end_clock,
    floor(e.clock / 60) as start_min,
    e.clock - 60 * floor(e.clock / 60) as start_sec,
    floor(e.end_clock / 60) as end_min,
    e.end_clock - 60 * floor(e.end_clock / 60) as end_sec,
    e.duration,
    e.elapsed_start,
    e.elapsed_end,
    e.start_elapsed,
    e.running_video_time,
    e.running_intermission_duration,
    time_bucket_id(e.period, e.clock, e.period_length) as time_bucket_id,

    -- where
    e.zone,
    e.home_zone,
    mirrored_zone(e.home_zone) as away_zone,

    -- neighbours of the team
    n.time_to_next,
    n.time_since_prev,
    n.time_to_next_goal_for,
    n.time_to_next_goal_against,
    n.time_from_last_goal_for,
    n.time_from_last_goal_against,
    n.time_to_next_stoppage,
    n.time_from_last_stoppage,

    -- state of the game, seen from either team
    e.shift_id,
    e.strength,
    e.strength_id,
    game_state_id(e.goal_difference) as game_state_id,
    competition_tier_id(e.opp_avg_rating) as competition_tier_id,
    e.opp_strength,
    e.opp_strength_id,
    game_state_id(- e.goal_difference) as opp_game_state_id,
    competition_tier_id(e.team_avg_rating) as opp_competition_tier_id,

    -- ice time and ratings
    e.event_player_1_toi,
    e.event_player_2_toi,
    e.event_player_3_toi,
    e.event_player_4_toi,
    e.event_player_5_toi,
    e.event_player_6_toi,
    e.opp_player_1_toi,
    e.opp_player_2_toi,
    e.opp_player_3_toi,
    e.opp_player_4_toi,
    e.opp_player_5_toi,
    e.opp_player_6_toi,
    e.team_toi_avg,
    e.team_toi_min,
    e.team_toi_max,
    e.opp_toi_avg,
    e.opp_toi_min,
    e.opp_toi_max,
    e.team_avg_rating,
    e.opp_avg_rating,

    -- its place
    e.event_order,
    e.period_length,
    e.side,
    e.sequence_no,
    e.sequence_start_no,
    e.sequence_side,
    e.play_no,
    e.linked_event_index,
    e.consecutive_team_events,
    e.goal_difference,
    e.class,

    -- its players
    e.event_player_ids,
    e.opp_player_ids,
    e.player_id,
    e.jersey,
    e.side_of_puck,
    e.play_detail1,
    e.play_detail_2,
    e.play_detail_successful,
    e.pressured_pressurer,
    e.player_full_name,
    e.position_id,
    e.current_skill_rating,

    -- flags
    e.is_shot,
    e.is_sog,
    e.is_shot_goal,
    e.is_blocked_shot,
    e.is_missed_shot,
    e.is_deflected,
    e.is_corsi,
    e.is_fenwick,
    e.is_tipped,
    e.is_rebound,
    e.is_save,
    e.is_pass,
    e.is_turnover,
    e.is_giveaway,
    e.is_bad_giveaway,
    e.is_takeaway,
    e.is_faceoff,
    e.is_penalty,
    e.is_zone_entry,
    e.is_zone_exit,
    e.is_zone_entry and e.is_controlled as is_controlled_entry,
    e.is_zone_entry and e.is_carried_in as is_carried_entry,
    e.is_zone_exit and e.is_controlled as is_controlled_exit,
    e.is_zone_exit and e.is_carried_out as is_carried_exit,
    coalesce(e.pressured_pressurer = 1, false) as is_pressured,
    n.is_rush,
    n.is_rush_calculated,
    n.time_from_entry_to_shot,
    n.is_high_danger,
    n.danger_level,

    -- outcomes
    e.shot_outcome_id,
    e.pass_outcome_id,
    e.save_outcome_id,
    e.zone_outcome_id,

    -- the event before, the event after
    n.prev_event_index,
    n.prev_event_type,
    n.prev_event_detail,
    n.prev_side,
    coalesce(n.is_after_rebound, false) as is_after_rebound,
    n.next_event_index,
    n.next_event_type,
    n.next_event_detail,
    n.next_side,

    -- its sequence
    e.event_order - e.sequence_first_order + 1 as sequence_event_num,
    e.sequence_event_count,
    e.sequence_seconds,
    coalesce(e.event_order = e.sequence_first_order, false) as is_sequence_first,
    coalesce(e.event_order = e.sequence_last_order, false) as is_sequence_last,
    e.sequence_sog_count,
    e.sequence_goal_count,

    -- shots on goal
    n.time_to_next_sog,
    n.time_since_last_sog,
    n.events_to_next_sog,
    n.events_since_last_sog,
    n.next_sog_result,
    n.next_sog_order,
    n.is_next_sog_own,
    n.time_to_next_own_sog,
    n.next_own_sog_result,
    coalesce(n.next_sog_order <= e.sequence_last_order, false) as led_to_sog,
    coalesce(n.next_sog_order <= e.sequence_last_order and n.events_to_next_sog <= 3, false)
        as is_pre_shot_event,
    coalesce(n.is_pass_before_shot and n.next_sog_order <= e.sequence_last_order, false)
        as is_shot_assist,

    -- goals
    n.time_to_next_goal,
    n.time_since_last_goal,
    n.events_to_next_goal,
    n.events_since_last_goal,
    coalesce(n.next_goal_order <= e.sequence_last_order, false) as led_to_goal,

    -- zones, possession, face-offs
    n.time_since_zone_entry,
    n.events_since_zone_entry,
    n.entry_no,
    n.time_since_zone_exit,
    n.time_since_possession_change,
    n.events_since_possession_change,
    n.time_since_faceoff,
    n.events_since_faceoff
from events as e
inner join neighbours as n on n.event_no = e.event_no
order by e.event_no
