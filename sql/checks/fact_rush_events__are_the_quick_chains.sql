-- fact_rush_events__are_the_quick_chains: the chains of at most ten seconds and five steps, and
-- nothing else.
select c.chain_id, r.rush_key, c.time_to_shot, c.events_to_shot
from fact_shot_chains as c
full join fact_rush_events as r on r.entry_event_id = c.entry_event_key
where coalesce(c.time_to_shot <= 10 and c.events_to_shot <= 5, false) <> (r.rush_key is not null)
    or r.shot_event_id <> c.shot_event_key
    or r.events_to_shot <> c.events_to_shot
    or r.is_goal <> c.is_goal
