-- fact_event_players__sides_mirror: for and against change places between the sides of an event,
-- and so do the skaters of the strength.
select own.event_id, other.player_role
from fact_event_players as own
inner join fact_event_players as other
    on other.event_id = own.event_id and other.role_abrev_binary = 'o'
where own.player_role = 'event_player_1' and (
    own.strength, own.time_to_next_goal_for, own.time_to_next_goal_against,
    own.time_from_last_goal_for, own.time_from_last_goal_against, own.team_on_ice_toi_avg,
    own.opp_on_ice_toi_avg
) is distinct from (
    split_part(other.strength, 'v', 2) || 'v' || split_part(other.strength, 'v', 1),
    other.time_to_next_goal_against, other.time_to_next_goal_for,
    other.time_from_last_goal_against, other.time_from_last_goal_for, other.opp_on_ice_toi_avg,
    other.team_on_ice_toi_avg
)
