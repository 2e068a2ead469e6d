-- net_angle: degrees between the line from a place of the common frame to the net that is attacked
-- and the middle of the ice: 0 straight in front, 90 on the goal line, above 90 behind it; NULL in
-- the net (warehouse page 40, 8).
create function net_angle(x double precision, y double precision) returns double precision
language sql immutable parallel safe
return case when x <> 89 or y <> 0 then degrees(atan2(abs(y), 89 - x)) end
