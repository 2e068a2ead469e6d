-- fact_scoring_chances: the shot attempts with their result and context. A goal is the result of
-- its shot and no attempt of its own.
-- doc: warehouse page 40, 2
-- grain: one row per shot attempt of periods 1 to 4, in the order of time
-- key: scoring_chance_key
-- by: game
select
    natural_key('SC', s.game_id, s.event_index) as scoring_chance_key,
    e.game_id,
    e.event_id,
    e.period,
    e.season_id,
    s.is_scored as is_goal,
    e.event_detail,
    e.event_detail_2,

    -- attempts that are no shot on goal are graded by the same rule
    case
        when s.is_sog then e.danger_level
        when s.is_rebound or s.is_one_timer or s.is_tipped
            or coalesce(e.event_detail_2 like '%Deflect%', false) then 'high'
        when s.zone in ('d', 'n') and not s.is_rush then 'low'
        else 'medium'
    end as danger_level,
    s.is_rush,
    s.is_rebound,
    null::boolean as is_odd_man,
    s.type_code as shot_type,

    -- neighbours of the team
    e.time_to_next_event,
    e.time_from_last_event,
    e.time_to_next_goal_for,
    e.time_to_next_goal_against,
    e.time_from_last_goal_for,
    e.time_from_last_goal_against,
    e.time_to_next_stoppage,
    e.time_from_last_stoppage,

    -- ice time
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
    e.team_on_ice_toi_avg,
    e.team_on_ice_toi_min,
    e.team_on_ice_toi_max,
    e.opp_on_ice_toi_avg,
    e.opp_on_ice_toi_min,
    e.opp_on_ice_toi_max
from base_shot as s
inner join fact_events as e on e.event_id = natural_key('EV', s.game_id, s.event_index)
where s.period <= 4
order by s.event_no
