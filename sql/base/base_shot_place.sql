-- base_shot_place: where the placed shot attempts were taken, in the common frame (page 40, 1): the
-- last recorded point of the shooter, else the first one of the puck. danger_zone: of the fine zone
-- of the rink that holds the place; clamped to the rink, so the zones at the boards have what
-- lies beyond them.
-- grain: one row per shot attempt with a place
-- by: game
-- analyze: event_no
with
shooter as (
    select distinct on (game_id, event_index) game_id, event_index, x, y
    from base_point
    where path = 'player' and role = 'event_player_1'
    order by game_id, event_index, point_number desc
),
placed as (
    select
        s.event_no,
        s.game_id,
        coalesce(a.x, p.x) as x,
        coalesce(a.y, p.y) as y
    from base_shot as s
    left join shooter as a on a.game_id = s.game_id and a.event_index = s.event_index
    left join base_first_point as p on p.game_id = s.game_id and p.event_index = s.event_index
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
