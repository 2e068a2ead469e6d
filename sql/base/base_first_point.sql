-- base_first_point: the first point of the puck of an event in the common frame, and its cell.
-- grain: one row per game and event with points of the puck
-- by: game
select
    game_id,
    event_index,
    x,
    y,
    grid_cell(x, y) as grid
from base_point
where path = 'puck' and point_number = 1
