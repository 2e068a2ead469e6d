-- fact_cycle_events__passes_and_events: a cycle has three passes, and the events that name it.
select c.cycle_key, c.pass_count, c.event_count, count(e.event_id) as events
from fact_cycle_events as c
left join fact_events as e on e.cycle_key = c.cycle_key
group by c.cycle_key, c.pass_count, c.event_count
having c.pass_count < 3 or c.event_count <> count(e.event_id)
