-- base_target: where a shot met the net (page 40, 8): 0 to 1 from the left post as the tracker
-- draws the net, 0 to 1 from the ice. A game with a negative net point was drawn from the centre of
-- a field 60 × 40 with y upward, the others from the top left of one 72 × 48 with y downward.
-- grain: one row per game and event with a net point
-- by: game
with
net as (
    select
        *,
        min(least(x, y)) over (partition by game_id) < 0 as from_centre
    from base_point_recorded
    where path = 'net'
),
drawn as (
    select
        event_no,
        game_id,
        event_index,
        file_id,
        sheet,
        row,
        x as x_recorded,
        y as y_recorded,
        case when from_centre then 36 + 1.2 * x else x end as x,
        case when from_centre then 24 - 1.2 * y else y end as y
    from net
    where x_before is null
)
select
    event_no,
    game_id,
    event_index,
    file_id,
    sheet,
    row,
    x_recorded,
    y_recorded,
    x between 0 and 72 and y between 0 and 48 as is_on_net,
    case when x between 0 and 72 and y between 0 and 48 then x / 72 end as target_x,
    case when x between 0 and 72 and y between 0 and 48 then 1 - y / 48 end as target_y
from drawn
