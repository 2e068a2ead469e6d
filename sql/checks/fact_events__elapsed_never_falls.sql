-- fact_events__elapsed_never_falls: elapsed seconds never fall in the order of time.
select event_id, event_running_start, before
from (
    select
        event_id,
        event_running_start,
        lag(event_running_start) over (
            partition by game_id
            order by period, time_start_total_seconds desc, event_id
        ) as before
    from fact_events
) as ordered
where event_running_start < before
