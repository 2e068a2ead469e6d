-- fact_events__elapsed_is_whole: start of the period and seconds played make the elapsed time.
select e.event_id, e.event_running_start, p.start_elapsed, p.length
from fact_events as e
inner join base_period as p on p.game_id = e.game_id and p.period = e.period
where e.event_running_start
    <> e.period_start_total_running_seconds + p.length - e.time_start_total_seconds
