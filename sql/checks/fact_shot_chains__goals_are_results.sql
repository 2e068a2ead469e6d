-- fact_shot_chains__goals_are_results: a chain with a goal has that result, and its attempt scored.
select c.chain_id, c.is_goal, c.shot_result, s.is_goal as attempt_is_goal
from fact_shot_chains as c
left join fact_scoring_chances as s on s.event_id = c.shot_event_key
where c.is_goal <> coalesce(c.shot_result = 'Goal', false) or c.is_goal is distinct from s.is_goal
