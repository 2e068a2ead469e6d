-- fact_events: everything that happened, one row per event, with what it was, when, where and by
-- whom, what it led to and what led to it, and who was on the ice. What belongs to a player is that
-- of event_player_1; for and against are the event's team.
-- doc: warehouse page 11, 3
-- grain: one row per event, in the order of time
-- key: event_id
-- by: game
with
-- Events and what is around them meet in the order of time, so that whole rows need no sort.
events as (
    select
        e.event_no,
        e.game_id,
        e.event_index,
        e.period,
        e.successful,
        e.zone,
        e.sequence_no,
        e.play_no,
        e.chain_no,
        e.linked_event_index,
        e.duration,
        e.clock,
        e.end_clock,
        e.elapsed_start,
        e.elapsed_end,
        e.running_video_time,
        e.start_elapsed,
        e.running_intermission_duration,
        e.side,
        e.home_zone,
        e.is_highlight,
        e.period_length,
        e.is_tipped,
        e.event_order,
        e.consecutive_team_events,
        e.goal_difference,
        c.event_type,
        c.event_type_id,
        c.event_detail,
        c.event_detail_id,
        c.event_detail_2,
        c.event_detail_2_id,
        c.is_goal,
        c.shot_type_id,
        c.zone_entry_type_id,
        c.zone_exit_type_id,
        c.stoppage_type_id,
        c.giveaway_type_id,
        c.takeaway_type_id,
        c.turnover_type_id,
        c.pass_type_id,
        c.is_rebound,
        c.is_zone_entry,
        c.is_zone_exit,
        c.is_controlled,
        c.is_carried_in,
        c.is_carried_out,
        c.is_save,
        c.is_turnover,
        c.is_giveaway,
        c.is_bad_giveaway,
        c.is_takeaway,
        c.is_faceoff,
        c.is_penalty,
        c.is_blocked_shot,
        c.is_missed_shot,
        c.is_deflected,
        c.is_sog,
        c.shot_outcome_id,
        c.pass_outcome_id,
        c.save_outcome_id,
        c.zone_outcome_id,
        c.turnover_quality_id,
        c.turnover_weight,
        c.turnover_zone_multiplier,
        c.turnover_category,
        g.home_team,
        g.home_team_id,
        g.away_team,
        g.away_team_id,
        g.season_id,
        q.last_order as sequence_last_order,
        q.first_order as sequence_first_order,
        q.event_count as sequence_event_count,
        q.duration as sequence_seconds,
        q.sog_count as sequence_sog_count,
        q.goal_count as sequence_goal_count,
        y.cycle_key,
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
        o.opp_player_1_toi,
        o.event_player_2_toi,
        o.opp_player_2_toi,
        o.event_player_3_toi,
        o.opp_player_3_toi,
        o.event_player_4_toi,
        o.opp_player_4_toi,
        o.event_player_5_toi,
        o.opp_player_5_toi,
        o.event_player_6_toi,
        o.opp_player_6_toi,
        i.shift_id,
        i.strength,
        i.opp_avg_rating,
        i.team_toi_avg,
        i.team_toi_min,
        i.team_toi_max,
        i.opp_toi_avg,
        i.opp_toi_min,
        i.opp_toi_max,
        i.team_avg_rating,
        s.strength_id
    from base_event_flag as e
    inner join base_event_code as c on c.code_no = e.code_no
    inner join base_game as g on g.game_id = e.game_id
    inner join base_event_roster as o on o.event_no = e.event_no
    left join base_event_lineup as i on i.event_no = e.event_no
    left join base_sequence as q on q.start_no = e.sequence_start_no
    left join base_event_cycle as y on y.event_no = e.event_no
    left join base_strength as s on s.strength_code = i.strength
    order by e.event_no
),

neighbours as (
    select
        n.event_no,
        n.is_rush,
        n.is_high_danger,
        n.danger_level,
        n.prev_event_index,
        n.prev_side,
        n.next_event_index,
        n.next_side,
        n.time_since_prev,
        n.time_to_next,
        n.time_to_next_sog,
        n.time_since_last_sog,
        n.events_to_next_sog,
        n.events_since_last_sog,
        n.next_sog_result,
        n.next_sog_order,
        n.is_pass_before_shot,
        n.time_to_next_goal,
        n.time_since_last_goal,
        n.events_to_next_goal,
        n.events_since_last_goal,
        n.next_goal_order,
        n.time_since_zone_entry,
        n.events_since_zone_entry,
        n.time_since_zone_exit,
        n.time_since_possession_change,
        n.events_since_possession_change,
        n.time_since_faceoff,
        n.events_since_faceoff,
        n.is_rush_calculated,
        n.time_from_entry_to_shot,
        n.time_to_next_goal_for,
        n.time_to_next_goal_against,
        n.time_from_last_goal_for,
        n.time_from_last_goal_against,
        n.time_to_next_stoppage,
        n.time_from_last_stoppage,
        cp.event_type as prev_event_type,
        cp.event_detail as prev_event_detail,
        cn.event_type as next_event_type,
        cn.event_detail as next_event_detail
    from base_event_neighbour as n
    left join base_event_code as cp on cp.code_no = n.prev_code_no
    left join base_event_code as cn on cn.code_no = n.next_code_no
    order by n.event_no
)

select
    -- what
    natural_key('EV', e.game_id, e.event_index) as event_id,
    e.game_id,
    e.period,
    'P0' || e.period::text as period_id,
    e.event_type,
    e.event_type_id,
    e.event_detail,
    e.event_detail_id,
    e.event_detail_2,
    e.event_detail_2_id,
    e.successful as event_successful,
    case e.successful when 's' then 'SC01' when 'u' then 'SC02' end as success_id,
    e.zone as event_team_zone,
    zone_id(e.zone) as event_zone_id,

    -- the runs and groups it belongs to
    natural_key('SQ', e.game_id, e.sequence_no) as sequence_key,
    natural_key('PL', e.game_id, e.play_no) as play_key,
    e.game_id::text || '_' || e.chain_no::text as event_chain_key,
    natural_key('TV', e.game_id, e.event_index) as tracking_event_key,
    e.shift_id as shift_key,
    natural_key('LV', e.game_id, e.linked_event_index) as linked_event_key,

    -- teams
    e.home_team,
    e.home_team_id,
    e.away_team,
    e.away_team_id,

    -- when
    e.duration,

    -- who
    e.event_player_ids,
    e.opp_player_ids,

    -- when
    floor(e.clock / 60) as event_start_min,
    e.clock - 60 * floor(e.clock / 60) as event_start_sec,
    floor(e.end_clock / 60) as event_end_min,
    e.end_clock - 60 * floor(e.end_clock / 60) as event_end_sec,
    e.clock as time_start_total_seconds,
    e.end_clock as time_end_total_seconds,
    e.elapsed_start as event_running_start,
    e.elapsed_end as event_running_end,
    e.running_video_time,
    e.start_elapsed as period_start_total_running_seconds,
    e.running_intermission_duration,

    -- whose, and where
    e.side as team_venue,
    case e.side when 'home' then e.home_team when 'away' then e.away_team end as player_team,
    e.home_zone as home_team_zone,
    mirrored_zone(e.home_zone) as away_team_zone,

    -- its first player
    'event_player_1' as player_role,
    e.side_of_puck,
    1 as role_number,
    'E1' as role_abrev,
    e.jersey as player_game_number,
    e.strength,
    e.play_detail1,
    e.play_detail_2,
    e.play_detail_successful,
    e.pressured_pressurer,
    e.is_goal::integer as is_goal,
    e.is_highlight,
    e.shift_id,
    e.player_full_name as player_name,
    e.season_id,
    e.position_id,

    -- types
    e.shot_type_id,
    e.zone_entry_type_id,
    e.zone_exit_type_id,
    e.stoppage_type_id,
    e.giveaway_type_id,
    e.takeaway_type_id,
    e.turnover_type_id,
    e.pass_type_id,

    -- context
    time_bucket_id(e.period, e.clock, e.period_length) as time_bucket_id,
    e.strength_id,
    e.current_skill_rating as player_rating,
    e.cycle_key,
    (e.cycle_key is not null)::integer as is_cycle,

    -- flags
    e.is_rebound::integer as is_rebound,
    e.is_zone_entry::integer as is_zone_entry,
    e.is_zone_exit::integer as is_zone_exit,
    (e.is_zone_entry and e.is_controlled)::integer as is_controlled_entry,
    (e.is_zone_entry and e.is_carried_in)::integer as is_carried_entry,
    (e.is_zone_exit and e.is_controlled)::integer as is_controlled_exit,
    (e.is_zone_exit and e.is_carried_out)::integer as is_carried_exit,
    n.is_rush::integer as is_rush,
    e.is_save::integer as is_save,
    e.is_turnover::integer as is_turnover,
    e.is_giveaway::integer as is_giveaway,
    e.is_bad_giveaway::integer as is_bad_giveaway,
    e.is_takeaway::integer as is_takeaway,
    e.is_faceoff::integer as is_faceoff,
    e.is_penalty::integer as is_penalty,
    e.is_blocked_shot::integer as is_blocked_shot,
    e.is_missed_shot::integer as is_missed_shot,
    e.is_deflected::integer as is_deflected,
    e.is_tipped::integer as is_tipped,
    e.is_sog::integer as is_sog,
    (e.is_sog or e.is_blocked_shot or e.is_missed_shot or e.is_deflected)::integer as is_corsi,
    (e.is_sog or e.is_missed_shot)::integer as is_fenwick,

    -- outcomes
    e.shot_outcome_id,
    e.pass_outcome_id,
    e.save_outcome_id,
    e.zone_outcome_id,

    -- danger
    e.is_sog::integer as is_scoring_chance,
    n.is_high_danger::integer as is_high_danger,
    coalesce(e.pressured_pressurer = 1, false)::integer as is_pressured,
    n.danger_level,
    case n.danger_level
        when 'high' then 'DL01'
        when 'medium' then 'DL02'
        when 'low' then 'DL03'
    end as danger_level_id,
    case when e.is_sog then natural_key('SC', e.game_id, e.event_index) end as scoring_chance_key,

    -- the event before, the event after
    natural_key('EV', e.game_id, n.prev_event_index) as prev_event_id,
    n.prev_event_type,
    n.prev_event_detail,
    case n.prev_side
        when 'home' then e.home_team
        when 'away' then e.away_team
    end as prev_event_team,
    (n.prev_side = e.side)::integer as prev_event_same_team,
    natural_key('EV', e.game_id, n.next_event_index) as next_event_id,
    n.next_event_type,
    n.next_event_detail,
    case n.next_side
        when 'home' then e.home_team
        when 'away' then e.away_team
    end as next_event_team,
    (n.next_side = e.side)::integer as next_event_same_team,
    n.time_since_prev,
    n.time_to_next,

    -- shots on goal
    n.time_to_next_sog,
    n.time_since_last_sog,
    n.events_to_next_sog,
    n.events_since_last_sog,
    n.next_sog_result,
    coalesce(n.next_sog_order <= e.sequence_last_order, false)::integer as led_to_sog,
    coalesce(
        n.next_sog_order <= e.sequence_last_order and n.events_to_next_sog <= 3, false
    )::integer as is_pre_shot_event,
    coalesce(n.is_pass_before_shot and n.next_sog_order <= e.sequence_last_order, false)::integer
        as is_shot_assist,

    -- goals
    n.time_to_next_goal,
    n.time_since_last_goal,
    n.events_to_next_goal,
    n.events_since_last_goal,
    coalesce(n.next_goal_order <= e.sequence_last_order, false)::integer as led_to_goal,

    -- zones
    n.time_since_zone_entry,
    n.events_since_zone_entry,
    n.time_since_zone_exit,

    -- its sequence
    e.event_order - e.sequence_first_order + 1 as sequence_event_num,
    e.sequence_event_count as sequence_total_events,
    e.sequence_seconds as sequence_duration,
    coalesce(e.event_order = e.sequence_first_order, false)::integer as is_sequence_first,
    coalesce(e.event_order = e.sequence_last_order, false)::integer as is_sequence_last,
    coalesce(e.sequence_sog_count > 0, false)::integer as sequence_has_sog,
    coalesce(e.sequence_goal_count > 0, false)::integer as sequence_has_goal,
    e.sequence_sog_count as sequence_shot_count,

    -- possession
    e.consecutive_team_events,
    n.time_since_possession_change,
    n.events_since_possession_change,
    n.time_since_faceoff,
    n.events_since_faceoff,

    -- rushes
    n.is_rush_calculated::integer as is_rush_calculated,
    n.time_from_entry_to_shot,

    -- state of the game
    game_state_id(e.goal_difference) as game_state_id,
    competition_tier_id(e.opp_avg_rating) as competition_tier_id,

    -- turnovers
    e.turnover_quality_id,
    e.turnover_weight,
    e.turnover_zone_multiplier,
    e.turnover_category,

    -- neighbours of the team
    n.time_to_next as time_to_next_event,
    n.time_since_prev as time_from_last_event,
    n.time_to_next_goal_for,
    n.time_to_next_goal_against,
    n.time_from_last_goal_for,
    n.time_from_last_goal_against,
    n.time_to_next_stoppage,
    n.time_from_last_stoppage,

    -- ice time and ratings
    e.event_player_1_toi,
    e.opp_player_1_toi,
    e.event_player_2_toi,
    e.opp_player_2_toi,
    e.event_player_3_toi,
    e.opp_player_3_toi,
    e.event_player_4_toi,
    e.opp_player_4_toi,
    e.event_player_5_toi,
    e.opp_player_5_toi,
    e.event_player_6_toi,
    e.opp_player_6_toi,
    e.team_toi_avg as team_on_ice_toi_avg,
    e.team_toi_min as team_on_ice_toi_min,
    e.team_toi_max as team_on_ice_toi_max,
    e.opp_toi_avg as opp_on_ice_toi_avg,
    e.opp_toi_min as opp_on_ice_toi_min,
    e.opp_toi_max as opp_on_ice_toi_max,
    e.team_avg_rating as event_team_avg_rating,
    e.opp_avg_rating as opp_team_avg_rating,
    e.current_skill_rating - e.opp_avg_rating as rating_vs_opp
from events as e
inner join neighbours as n on n.event_no = e.event_no
order by e.event_no
