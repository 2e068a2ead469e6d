-- point_distance: feet between two points of one frame.
create function point_distance(
    from_x double precision, from_y double precision, to_x double precision, to_y double precision
) returns double precision
language sql immutable parallel safe
return sqrt((from_x - to_x) * (from_x - to_x) + (from_y - to_y) * (from_y - to_y))
