-- fact_events__shift_is_on_the_ice: an event's shift is a line-up of its game, period and clock.
select e.event_id, e.shift_id
from fact_events as e
left join base_lineup as l
    on l.shift_id = e.shift_id
    and l.game_id = e.game_id
    and l.period = e.period
    and e.time_start_total_seconds between l.end_clock and l.start_clock
where e.shift_id is not null and l.shift_id is null
