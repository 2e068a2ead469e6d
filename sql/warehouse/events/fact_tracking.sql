-- fact_tracking: where and when an event happened.
-- doc: warehouse page 11, 4
-- grain: one row per event, in the order of time
-- key: tracking_event_key
-- by: game
with
-- Known to be one of an event, so that the events look theirs up and stay in order.
first_point as (
    select distinct on (event_id)
        natural_key('EV', game_id, event_index) as event_id,
        x,
        y,
        cell
    from base_point
    where path = 'puck' and point_number = 1
)

select
    e.tracking_event_key,
    e.game_id,
    e.period,
    e.period_id,
    e.event_start_min,
    e.event_start_sec,
    e.event_end_min,
    e.event_end_sec,
    e.time_start_total_seconds,
    e.time_end_total_seconds,
    e.running_video_time,
    e.event_running_start,
    e.event_running_end,
    e.event_team_zone,
    e.home_team_zone,
    e.away_team_zone,
    p.x as x_coord,
    p.y as y_coord,
    p.cell as rink_zone,
    e.season_id,
    e.time_bucket_id,
    e.strength_id
from fact_events as e
left join first_point as p on p.event_id = e.event_id
order by e.game_id, e.period, e.time_start_total_seconds desc, e.tracking_event_key
