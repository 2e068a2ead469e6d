-- base_shot_place: where the placed shot attempts were taken, in the common frame (page 40, 1): the
-- last recorded point of the shooter, else the first one of the puck. danger_zone: of the fine zone
-- of the rink that holds the place; clamped to the rink, so the zones at the boards have what
-- lies beyond them.
-- grain: one row per shot attempt with a place
-- by: game
-- analyze: event_no
with
shooter as (
    select event_no, x, y
    from base_point
    where path = 'player' and role = 'event_player_1' and is_end
),
puck as (
    select event_no, x, y
    from base_point
    where path = 'puck' and point_number = 1
),
placed as (
    select
        s.event_no,
        s.game_id,
        coalesce(a.x, p.x) as x,
        coalesce(a.y, p.y) as y
    from base_shot as s
    left join shooter as a on a.event_no = s.event_no
    left join puck as p on p.event_no = s.event_no
    where a.x is not null or p.x is not null
)

select
    p.event_no,
    p.game_id,
    p.x,
    p.y,
    net_distance(p.x, p.y) as distance,
    net_angle(p.x, p.y) as angle,
    coalesce(z.danger, case when p.x >= 25 then 'low' else 'perimeter' end) as danger_zone
from placed as p
left join dim_rink_zone as z
    on z.granularity = 'fine'
    and (p.x + 100 >= z.x_min or z.x_min <= 0)
    and (p.x + 100 < z.x_max or z.x_max >= 200)
    and (p.y + 42.5 >= z.y_min or z.y_min <= 0)
    and (p.y + 42.5 < z.y_max or z.y_max >= 85)
