-- fact_linked_events__events_add_up: a group has the events that carry its key, and no more types
-- in its chain.
select
    l.linked_event_key,
    e.linked_event_key as key_of_events,
    l.event_count,
    e.events,
    l.play_chain
from fact_linked_events as l
full join (
    select linked_event_key, count(*) as events
    from fact_events
    where linked_event_key is not null
    group by linked_event_key
) as e on e.linked_event_key = l.linked_event_key
where l.event_count is distinct from e.events
    or l.event_count < array_length(string_to_array(l.play_chain, ' -> '), 1)
