-- fact_events__next_goal_is_somebodys: the next goal is the next for or the next against.
select event_id, time_to_next_goal, time_to_next_goal_for, time_to_next_goal_against
from fact_events
where team_venue is not null
    and least(time_to_next_goal_for, time_to_next_goal_against) is distinct from time_to_next_goal
    and not exists (
        select from fact_events as g where g.is_goal = 1 and g.team_venue is null
    )
