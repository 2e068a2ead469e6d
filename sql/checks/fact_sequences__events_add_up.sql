-- fact_sequences__events_add_up: a sequence has the events that carry its key and its plays'.
select s.sequence_key, s.event_count, e.events, p.events as play_events
from fact_sequences as s
left join (
    select sequence_key, count(*) as events
    from fact_events
    group by sequence_key
) as e on e.sequence_key = s.sequence_key
left join (
    select sequence_key, sum(event_count) as events
    from fact_plays
    group by sequence_key
) as p on p.sequence_key = s.sequence_key
where s.event_count is distinct from e.events or s.event_count is distinct from p.events
