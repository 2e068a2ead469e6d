-- dim_time_bucket__every_second_has_one: every elapsed second of an 18-minute period lies in one
-- part.
select second, count(time_bucket_id) as parts
from generate_series(0, 18 * 60 - 1) as second
left join dim_time_bucket
    on second >= 60 * minute_start and second < 60 * minute_end
    and time_bucket_code <> 'overtime'
group by second
having count(time_bucket_id) <> 1
