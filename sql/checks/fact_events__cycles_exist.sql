-- fact_events__cycles_exist: an event is of a cycle exactly when it names one that there is.
select e.event_id, e.cycle_key, e.is_cycle
from fact_events as e
left join fact_cycle_events as c on c.cycle_key = e.cycle_key
where (e.is_cycle = 1) <> (c.cycle_key is not null)
