-- fact_events__seconds_add_up: the seconds between the events of a period are its clock.
select game_id, period, sum(time_to_next) as seconds
from fact_events
group by game_id, period
having coalesce(sum(time_to_next), 0)
    <> max(time_start_total_seconds) - min(time_start_total_seconds)
