-- fact_events__neighbours_are_inverse: the event before and the event after name each other, in
-- the same game and period.
select e.event_id, e.next_event_id, n.prev_event_id
from fact_events as e
left join fact_events as n on n.event_id = e.next_event_id
where e.next_event_id is not null and (
    (n.prev_event_id, n.game_id, n.period) is distinct from (e.event_id, e.game_id, e.period)
)
