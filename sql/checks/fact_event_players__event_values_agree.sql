-- fact_event_players__event_values_agree: what belongs to the event is equal on all its rows.
select p.event_id, p.player_role
from fact_event_players as p
inner join fact_events as e on e.event_id = p.event_id
where (
    p.game_id, p.period, p.event_type, p.event_detail, p.event_detail_2, p.event_successful,
    p.event_team_zone, p.home_team_zone, p.sequence_key, p.play_key, p.event_chain_key,
    p.shift_id, p.linked_event_key, p.cycle_key, p.time_start_total_seconds,
    p.event_running_start, p.running_video_time, p.event_team_avg_rating
) is distinct from (
    e.game_id, e.period, e.event_type, e.event_detail, e.event_detail_2, e.event_successful,
    e.event_team_zone, e.home_team_zone, e.sequence_key, e.play_key, e.event_chain_key,
    e.shift_id, e.linked_event_key, e.cycle_key, e.time_start_total_seconds,
    e.event_running_start, e.running_video_time, e.event_team_avg_rating
)
