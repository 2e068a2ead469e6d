-- base_shot_target: where an attempt met the net (page 40, 8): the target of the shot, else that of
-- its goal, and the place of dim_net_location that is nearest to it.
-- grain: one row per shot attempt with a target
-- by: game
-- analyze: event_no
with
target as (
    select event_no, target_x, target_y from base_target where is_on_net
),
attempt as (
    select
        shot.event_no,
        shot.game_id,
        coalesce(own.target_x, scored.target_x) as target_x,
        coalesce(own.target_y, scored.target_y) as target_y
    from base_shot as shot
    left join target as own on own.event_no = shot.event_no
    left join target as scored on scored.event_no = shot.goal_no
    where own.event_no is not null or scored.event_no is not null
)
select distinct on (event_no)
    event_no,
    game_id,
    target_x,
    target_y,
    net_location_id
from attempt
cross join dim_net_location
order by
    event_no,
    point_distance(72 * (target_x - x_pct), 48 * (target_y - y_pct), 0, 0),
    net_location_id
