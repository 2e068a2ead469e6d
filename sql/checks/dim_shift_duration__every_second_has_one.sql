-- dim_shift_duration__every_second_has_one: every length of a shift lies in exactly one class.
select seconds, count(shift_duration_id) as classes
from generate_series(0, 9998) as seconds
left join dim_shift_duration on seconds >= min_seconds and seconds < max_seconds
group by seconds
having count(shift_duration_id) <> 1
