-- fact_event_players: who took part in an event and in which role, with the event seen from the
-- row's own team. What belongs to the event is that of fact_events; on opponents' rows for and
-- against, strength and score change places.
-- doc: warehouse page 11, 2
-- grain: one row per event and role, in the order of time, event_player_1…6 then opp_player_1…6
-- key: event_id, player_role
-- by: game
select
    -- whose row
    'EP' || substr(e.event_id, 3) || case when a.is_own then 'E' else 'O' end || a.n::text
        as event_player_key,
    e.game_id,
    e.event_id,
    e.event_index,
    a.player_id,
    a.role as player_role,
    a.number as player_game_number,

    -- the runs and groups of the event
    e.sequence_key,
    e.play_key,
    e.shift_id as shift_key,
    e.linked_event_key,
    e.event_chain_key,
    e.tracking_event_key,
    e.zone_change_key,

    -- codes and teams
    e.period_id,
    e.event_type_id,
    e.event_detail_id,
    e.event_detail_2_id,
    e.home_team_id,
    e.away_team_id,
    case when a.is_home then e.home_team_id when not a.is_home then e.away_team_id end
        as player_team_id,
    a.play_detail_id,
    a.play_detail_2_id,

    -- the event
    case
        when e.linked_event_key is null then null
        when e.is_first_linked then '1'
        else 'x'
    end as linked_event_index_flag,
    e.event_type,
    case when a.is_own then 'e' else 'o' end as role_abrev_binary,
    e.period,

    -- when
    e.start_min as event_start_min,
    e.start_sec as event_start_sec,
    e.end_min as event_end_min,
    e.end_sec as event_end_sec,

    -- where, and on which side
    e.zone as event_team_zone2,
    e.zone as event_team_zone,
    e.home_zone as home_team_zone,
    e.away_zone as away_team_zone,
    a.side as team_venue,

    -- what the player did
    a.side_of_puck,
    a.play_detail1,
    a.play_detail_2,
    a.play_detail_successful,
    a.pressured_pressurer,

    -- the event again
    e.home_team,
    e.away_team,
    e.event_detail,
    e.event_detail_2,
    e.successful as event_successful,
    e.duration,
    e.clock as time_start_total_seconds,
    e.end_clock as time_end_total_seconds,
    e.running_intermission_duration,
    e.start_elapsed as period_start_total_running_seconds,
    e.running_video_time,
    e.elapsed_start as event_running_start,
    e.elapsed_end as event_running_end,

    -- seen from the row
    case when a.is_home then e.home_team when not a.is_home then e.away_team end as player_team,
    case when a.is_own then e.strength else e.opp_strength end as strength,
    e.is_highlight,

    -- the player
    a.player_full_name as player_name,
    null::double precision as player_num_dup,
    case when a.role = 'event_player_1' then e.is_goal::integer else 0 end as is_goal,

    -- the line-up and the types of the event
    e.shift_id,
    e.season_id,
    a.position_id,
    e.shot_type_id,
    e.zone_entry_type_id,
    e.zone_exit_type_id,
    e.stoppage_type_id,
    e.giveaway_type_id,
    e.takeaway_type_id,
    e.turnover_type_id,
    e.pass_type_id,
    e.time_bucket_id,
    case when a.is_own then e.strength_id else e.opp_strength_id end as strength_id,

    -- context
    a.current_skill_rating as player_rating,
    e.cycle_key,
    (e.cycle_key is not null)::integer as is_cycle,
    case when a.is_home then 'VN01' when not a.is_home then 'VN02' end as venue_id,
    e.success_id,
    zone_id(case when a.is_home then e.home_zone when not a.is_home then e.away_zone end)
        as zone_id,
    case when a.is_home then e.home_team_id when not a.is_home then e.away_team_id end as team_id,
    case when a.is_own then e.game_state_id else e.opp_game_state_id end as game_state_id,
    case when a.is_own then e.competition_tier_id else e.opp_competition_tier_id end
        as competition_tier_id,

    -- turnovers
    e.turnover_quality_id,
    e.turnover_weight,
    e.turnover_zone_multiplier,
    e.turnover_category,

    -- neighbours, seen from the row
    e.time_to_next as time_to_next_event,
    e.time_since_prev as time_from_last_event,
    case when a.is_own then e.time_to_next_goal_for else e.time_to_next_goal_against end
        as time_to_next_goal_for,
    case when a.is_own then e.time_to_next_goal_against else e.time_to_next_goal_for end
        as time_to_next_goal_against,
    case when a.is_own then e.time_from_last_goal_for else e.time_from_last_goal_against end
        as time_from_last_goal_for,
    case when a.is_own then e.time_from_last_goal_against else e.time_from_last_goal_for end
        as time_from_last_goal_against,
    e.time_to_next_stoppage,
    e.time_from_last_stoppage,

    -- ice time and ratings, seen from the row
    a.toi as player_toi,
    case when a.is_own then e.team_toi_avg else e.opp_toi_avg end as team_on_ice_toi_avg,
    case when a.is_own then e.team_toi_min else e.opp_toi_min end as team_on_ice_toi_min,
    case when a.is_own then e.team_toi_max else e.opp_toi_max end as team_on_ice_toi_max,
    case when a.is_own then e.opp_toi_avg else e.team_toi_avg end as opp_on_ice_toi_avg,
    case when a.is_own then e.opp_toi_min else e.team_toi_min end as opp_on_ice_toi_min,
    case when a.is_own then e.opp_toi_max else e.team_toi_max end as opp_on_ice_toi_max,
    e.team_avg_rating as event_team_avg_rating,
    e.opp_avg_rating as opp_team_avg_rating,
    a.current_skill_rating
    - case when a.is_own then e.opp_avg_rating else e.team_avg_rating end as rating_vs_opp
from base_event_player as a
inner join base_event_full as e on e.event_no = a.event_no
order by a.event_no, a.place
