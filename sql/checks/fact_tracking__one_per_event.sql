-- fact_tracking__one_per_event: every event has one row of tracking.
select e.event_id, count(t.tracking_event_key) as rows
from fact_events as e
left join fact_tracking as t on t.tracking_event_key = e.tracking_event_key
group by e.event_id
having count(t.tracking_event_key) <> 1
