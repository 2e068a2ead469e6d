-- grid_cell: the cell of dim_rink_zone's grid that holds a point of the common frame: feet from
-- centre ice, attack towards +x. Points off the ice belong to the nearest cell of its edge.
create function grid_cell(x double precision, y double precision) returns text
language sql immutable parallel safe
return 'GZ' || lpad(
    (
        9 * least(greatest(floor((x + 100) / 10), 0), 19)
        + least(greatest(floor((y + 42.5) / 10), 0), 8) + 1
    )::text,
    3, '0'
)
