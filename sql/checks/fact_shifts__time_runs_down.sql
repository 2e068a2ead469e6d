-- fact_shifts__time_runs_down: a shift lasts, within its period, and its minutes and seconds are
-- those of its clocks.
select s.shift_id, s.shift_duration
from fact_shifts as s
left join base_period as p on p.game_id = s.game_id and p.period = s.period
where (
    s.shift_duration > 0
    and s.shift_duration = s.shift_start_total_seconds - s.shift_end_total_seconds
    and s.shift_end_total_seconds >= 0
    and s.shift_start_total_seconds <= p.length
    and s.shift_start_total_seconds = 60 * s.shift_start_min + s.shift_start_sec
    and s.shift_end_total_seconds = 60 * s.shift_end_min + s.shift_end_sec
    and s.shift_start_sec < 60
    and s.shift_end_sec < 60
) is not true
