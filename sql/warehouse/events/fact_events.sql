-- fact_events: everything that happened, one row per event, with what it was, when, where and by
-- whom, what it led to and what led to it, and who was on the ice. What belongs to a player is that
-- of event_player_1; for and against are the event's team.
-- doc: warehouse page 11, 3
-- grain: one row per event, in the order of time
-- key: event_id
-- by: game
select
    -- what
    e.event_id,
    e.game_id,
    e.period,
    e.period_id,
    e.event_type,
    e.event_type_id,
    e.event_detail,
    e.event_detail_id,
    e.event_detail_2,
    e.event_detail_2_id,
    e.successful as event_successful,
    e.success_id,
    e.zone as event_team_zone,
    zone_id(e.zone) as event_zone_id,

    -- the runs and groups it belongs to
    e.sequence_key,
    e.play_key,
    e.event_chain_key,
    e.tracking_event_key,
    e.shift_id as shift_key,
    e.linked_event_key,

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
    e.start_min as event_start_min,
    e.start_sec as event_start_sec,
    e.end_min as event_end_min,
    e.end_sec as event_end_sec,
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
    e.away_zone as away_team_zone,

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
    e.time_bucket_id,
    e.strength_id,
    e.current_skill_rating as player_rating,
    e.cycle_key,
    (e.cycle_key is not null)::integer as is_cycle,

    -- flags
    e.is_rebound::integer as is_rebound,
    e.is_zone_entry::integer as is_zone_entry,
    e.is_zone_exit::integer as is_zone_exit,
    e.is_controlled_entry::integer as is_controlled_entry,
    e.is_carried_entry::integer as is_carried_entry,
    e.is_controlled_exit::integer as is_controlled_exit,
    e.is_carried_exit::integer as is_carried_exit,
    e.is_rush::integer as is_rush,
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
    e.is_corsi::integer as is_corsi,
    e.is_fenwick::integer as is_fenwick,

    -- outcomes
    e.shot_outcome_id,
    e.pass_outcome_id,
    e.save_outcome_id,
    e.zone_outcome_id,

    -- danger
    e.is_sog::integer as is_scoring_chance,
    e.is_high_danger::integer as is_high_danger,
    e.is_pressured::integer as is_pressured,
    e.danger_level,
    case e.danger_level
        when 'high' then 'DL01'
        when 'medium' then 'DL02'
        when 'low' then 'DL03'
    end as danger_level_id,
    case when e.is_sog then natural_key('SC', e.game_id, e.event_index) end as scoring_chance_key,

    -- the event before, the event after
    natural_key('EV', e.game_id, e.prev_event_index) as prev_event_id,
    e.prev_event_type,
    e.prev_event_detail,
    case e.prev_side
        when 'home' then e.home_team
        when 'away' then e.away_team
    end as prev_event_team,
    (e.prev_side = e.side)::integer as prev_event_same_team,
    natural_key('EV', e.game_id, e.next_event_index) as next_event_id,
    e.next_event_type,
    e.next_event_detail,
    case e.next_side
        when 'home' then e.home_team
        when 'away' then e.away_team
    end as next_event_team,
    (e.next_side = e.side)::integer as next_event_same_team,
    e.time_since_prev,
    e.time_to_next,

    -- shots on goal
    e.time_to_next_sog,
    e.time_since_last_sog,
    e.events_to_next_sog,
    e.events_since_last_sog,
    e.next_sog_result,
    e.led_to_sog::integer as led_to_sog,
    e.is_pre_shot_event::integer as is_pre_shot_event,
    e.is_shot_assist::integer as is_shot_assist,

    -- goals
    e.time_to_next_goal,
    e.time_since_last_goal,
    e.events_to_next_goal,
    e.events_since_last_goal,
    e.led_to_goal::integer as led_to_goal,

    -- zones
    e.time_since_zone_entry,
    e.events_since_zone_entry,
    e.time_since_zone_exit,

    -- its sequence
    e.sequence_event_num,
    e.sequence_event_count as sequence_total_events,
    e.sequence_seconds as sequence_duration,
    e.is_sequence_first::integer as is_sequence_first,
    e.is_sequence_last::integer as is_sequence_last,
    coalesce(e.sequence_sog_count > 0, false)::integer as sequence_has_sog,
    coalesce(e.sequence_goal_count > 0, false)::integer as sequence_has_goal,
    e.sequence_sog_count as sequence_shot_count,

    -- possession
    e.consecutive_team_events,
    e.time_since_possession_change,
    e.events_since_possession_change,
    e.time_since_faceoff,
    e.events_since_faceoff,

    -- rushes
    e.is_rush_calculated::integer as is_rush_calculated,
    e.time_from_entry_to_shot,

    -- state of the game
    e.game_state_id,
    e.competition_tier_id,

    -- turnovers
    e.turnover_quality_id,
    e.turnover_weight,
    e.turnover_zone_multiplier,
    e.turnover_category,

    -- neighbours of the team
    e.time_to_next as time_to_next_event,
    e.time_since_prev as time_from_last_event,
    e.time_to_next_goal_for,
    e.time_to_next_goal_against,
    e.time_from_last_goal_for,
    e.time_from_last_goal_against,
    e.time_to_next_stoppage,
    e.time_from_last_stoppage,

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
from base_event_full as e
order by e.event_no
