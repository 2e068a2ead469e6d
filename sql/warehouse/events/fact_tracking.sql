-- fact_tracking: where and when an event happened.
-- doc: warehouse page 11, 4
-- grain: one row per event, in the order of time
-- key: tracking_event_key
-- by: game
with
-- Known to be one of an event, so that the events look theirs up and stay in order.
first_point as (
    select distinct on (event_no)
        event_no,
        x,
        y,
        cell
    from base_point
    where path = 'puck' and point_number = 1
    order by event_no
)

select
    e.tracking_event_key,
    e.game_id,
    e.period,
    e.period_id,
    e.start_min as event_start_min,
    e.start_sec as event_start_sec,
    e.end_min as event_end_min,
    e.end_sec as event_end_sec,
    e.clock as time_start_total_seconds,
    e.end_clock as time_end_total_seconds,
    e.running_video_time,
    e.elapsed_start as event_running_start,
    e.elapsed_end as event_running_end,
    e.zone as event_team_zone,
    e.home_zone as home_team_zone,
    e.away_zone as away_team_zone,
    p.x as x_coord,
    p.y as y_coord,
    p.cell as rink_zone,
    e.season_id,
    e.time_bucket_id,
    e.strength_id
from base_event_full as e
left join first_point as p on p.event_no = e.event_no
order by e.event_no
