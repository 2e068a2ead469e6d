-- qa_goal_accuracy__goals_are_those_of_the_events: tracked goals are the goals of periods 1 to 4,
-- and a score that matches differs by none.
select q.game_id, q.actual_goals, e.goals, q.match, q.difference
from qa_goal_accuracy as q
full join (
    select game_id, sum(is_goal) filter (where period <= 4) as goals
    from fact_events
    group by game_id
) as e on e.game_id = q.game_id
where q.actual_goals is distinct from coalesce(e.goals, 0)
    or q.match and q.difference <> 0
    or q.difference is distinct from q.actual_goals - q.expected_goals
