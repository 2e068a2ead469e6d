-- fact_event_players: who took part in an event and in which role, with the event seen from the
-- row's own team. What belongs to the event is that of fact_events; on opponents' rows for and
-- against, strength and score change places.
-- doc: warehouse page 11, 2
-- grain: one row per event and role, in the order of time, event_player_1…6 then opp_player_1…6
-- key: event_id, player_role
-- by: game
with
first_linked as (
    select min(event_no) as event_no
    from base_event_flag
    where linked_event_index is not null
    group by game_id, linked_event_index
),

-- What belongs to the player, put in order while it is narrow.
players as (
    select
        a.game_id,
        a.event_index,
        natural_key('EV', a.game_id, a.event_index) as event_id,
        a.role,
        a.kind,
        a.n,
        a.side,
        a.player_id,
        a.jersey,
        a.side_of_puck,
        a.play_detail1,
        a.play_detail_2,
        a.play_detail_successful,
        a.pressured_pressurer,
        r.zone_stint_no,
        k.event_no is not null as is_first_linked,
        p.player_full_name,
        p.current_skill_rating,
        w.position_id,
        d1.play_detail_id,
        d2.play_detail_2_id
    from base_event_player as a
    inner join base_event_flag as r on r.event_no = a.event_no
    left join first_linked as k on k.event_no = a.event_no
    left join dim_player as p on p.player_id = a.player_id
    left join base_tracked_roster as w on w.game_id = a.game_id and w.player_id = a.player_id
    left join dim_play_detail as d1 on d1.play_detail_code = a.play_detail1
    left join dim_play_detail_2 as d2 on d2.play_detail_2_code = a.play_detail_2
    order by a.event_no, a.kind, a.n
)

select
    -- whose row
    natural_key('EP', a.game_id, a.event_index) || upper(left(a.kind, 1)) || a.n::text
        as event_player_key,
    e.game_id,
    e.event_id,
    a.event_index,
    a.player_id,
    a.role as player_role,
    text_integer(a.jersey) as player_game_number,

    -- the runs and groups of the event
    e.sequence_key,
    e.play_key,
    e.shift_key,
    e.linked_event_key,
    e.event_chain_key,
    e.tracking_event_key,
    natural_key('ZC', a.game_id, a.zone_stint_no) as zone_change_key,

    -- codes and teams
    e.period_id,
    e.event_type_id,
    e.event_detail_id,
    e.event_detail_2_id,
    e.home_team_id,
    e.away_team_id,
    case a.side
        when 'home' then e.home_team_id
        when 'away' then e.away_team_id
    end as player_team_id,
    a.play_detail_id,
    a.play_detail_2_id,

    -- the event
    case
        when e.linked_event_key is null then null
        when a.is_first_linked then '1'
        else 'x'
    end as linked_event_index_flag,
    e.event_type,
    left(a.kind, 1) as role_abrev_binary,
    e.period,

    -- when
    e.event_start_min,
    e.event_start_sec,
    e.event_end_min,
    e.event_end_sec,

    -- where, and on which side
    e.event_team_zone as event_team_zone2,
    e.event_team_zone,
    e.home_team_zone,
    e.away_team_zone,
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
    e.event_successful,
    e.duration,
    e.time_start_total_seconds,
    e.time_end_total_seconds,
    e.running_intermission_duration,
    e.period_start_total_running_seconds,
    e.running_video_time,
    e.event_running_start,
    e.event_running_end,

    -- seen from the row
    case a.side when 'home' then e.home_team when 'away' then e.away_team end as player_team,
    case a.kind when 'event' then e.strength else reverse(e.strength) end as strength,
    e.is_highlight,

    -- the player
    a.player_full_name as player_name,
    null::double precision as player_num_dup,
    case when a.role = 'event_player_1' then e.is_goal else 0 end as is_goal,

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
    s.strength_id,

    -- context
    a.current_skill_rating as player_rating,
    e.cycle_key,
    e.is_cycle,
    case a.side when 'home' then 'VN01' when 'away' then 'VN02' end as venue_id,
    e.success_id,
    zone_id(case a.side when 'home' then e.home_team_zone when 'away' then e.away_team_zone end)
        as zone_id,
    case a.side when 'home' then e.home_team_id when 'away' then e.away_team_id end as team_id,
    case
        when a.kind = 'event' then e.game_state_id
        when e.game_state_id = 'GS01' then 'GS02'
        when e.game_state_id = 'GS02' then 'GS01'
        when e.game_state_id = 'GS05' then 'GS06'
        when e.game_state_id = 'GS06' then 'GS05'
        else e.game_state_id
    end as game_state_id,
    case a.kind
        when 'event' then e.competition_tier_id
        else competition_tier_id(e.event_team_avg_rating)
    end as competition_tier_id,

    -- turnovers
    e.turnover_quality_id,
    e.turnover_weight,
    e.turnover_zone_multiplier,
    e.turnover_category,

    -- neighbours, seen from the row
    e.time_to_next_event,
    e.time_from_last_event,
    case a.kind
        when 'event' then e.time_to_next_goal_for
        else e.time_to_next_goal_against
    end as time_to_next_goal_for,
    case a.kind
        when 'event' then e.time_to_next_goal_against
        else e.time_to_next_goal_for
    end as time_to_next_goal_against,
    case a.kind
        when 'event' then e.time_from_last_goal_for
        else e.time_from_last_goal_against
    end as time_from_last_goal_for,
    case a.kind
        when 'event' then e.time_from_last_goal_against
        else e.time_from_last_goal_for
    end as time_from_last_goal_against,
    e.time_to_next_stoppage,
    e.time_from_last_stoppage,

    -- ice time and ratings, seen from the row
    case
        when a.kind = 'event' then
            case a.n
                when 1 then e.event_player_1_toi
                when 2 then e.event_player_2_toi
                when 3 then e.event_player_3_toi
                when 4 then e.event_player_4_toi
                when 5 then e.event_player_5_toi
                when 6 then e.event_player_6_toi
            end
        else
            case a.n
                when 1 then e.opp_player_1_toi
                when 2 then e.opp_player_2_toi
                when 3 then e.opp_player_3_toi
                when 4 then e.opp_player_4_toi
                when 5 then e.opp_player_5_toi
                when 6 then e.opp_player_6_toi
            end
    end as player_toi,
    case a.kind
        when 'event' then e.team_on_ice_toi_avg
        else e.opp_on_ice_toi_avg
    end as team_on_ice_toi_avg,
    case a.kind
        when 'event' then e.team_on_ice_toi_min
        else e.opp_on_ice_toi_min
    end as team_on_ice_toi_min,
    case a.kind
        when 'event' then e.team_on_ice_toi_max
        else e.opp_on_ice_toi_max
    end as team_on_ice_toi_max,
    case a.kind
        when 'event' then e.opp_on_ice_toi_avg
        else e.team_on_ice_toi_avg
    end as opp_on_ice_toi_avg,
    case a.kind
        when 'event' then e.opp_on_ice_toi_min
        else e.team_on_ice_toi_min
    end as opp_on_ice_toi_min,
    case a.kind
        when 'event' then e.opp_on_ice_toi_max
        else e.team_on_ice_toi_max
    end as opp_on_ice_toi_max,
    e.event_team_avg_rating,
    e.opp_team_avg_rating,
    a.current_skill_rating - case a.kind
        when 'event' then e.opp_team_avg_rating
        else e.event_team_avg_rating
    end
        as rating_vs_opp
from players as a
inner join fact_events as e on e.event_id = a.event_id
left join base_strength as s
    on s.strength_code = case a.kind when 'event' then e.strength else reverse(e.strength) end
order by e.game_id, e.period, e.time_start_total_seconds desc, a.event_index, a.role
