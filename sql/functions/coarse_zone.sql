-- coarse_zone: the coarse zone of dim_rink_zone that holds a point of the common frame.
create function coarse_zone(x double precision) returns text
language sql immutable parallel safe
return case when x + 100 >= 125 then 'CZ01' when x + 100 >= 75 then 'CZ02' else 'CZ03' end
