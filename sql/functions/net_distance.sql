-- net_distance: feet from a place of the common frame to the net that is attacked, (89, 0)
-- (warehouse page 40, 8).
create function net_distance(x double precision, y double precision) returns double precision
language sql immutable parallel safe
return sqrt((89 - x) * (89 - x) + y * y)
