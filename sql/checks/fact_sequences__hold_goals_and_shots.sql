-- fact_sequences__hold_goals_and_shots: every goal and shot on goal of a team has a sequence.
select event_id, event_type, event_detail
from fact_events
where (is_goal = 1 or is_sog = 1) and team_venue is not null and sequence_key is null
