-- fact_shot_event__goals_are_shots_that_scored: an attempt with a goal has the detail Shot_Goal.
select shot_event_key, event_detail
from fact_shot_event
where is_goal and event_detail is distinct from 'Shot_Goal'
