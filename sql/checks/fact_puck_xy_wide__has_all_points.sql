-- fact_puck_xy_wide__has_all_points: point_count is the number of rows of the long table,
-- numbered from 1 without a gap; the way is at least as long as the line from its first to its
-- last point, and unknown with one point only.
with
counted as (
    select event_id, count(*) as points, max(point_number) as last
    from fact_puck_xy_long
    group by event_id
)
select event_id, point_count, points, last, distance_traveled
from fact_puck_xy_wide
full join counted using (event_id)
where points is distinct from point_count
    or last is distinct from point_count
    or (distance_traveled is null) <> (point_count = 1)
    or distance_traveled < sqrt((x_end - x_start) ^ 2 + (y_end - y_start) ^ 2) - 1e-9
