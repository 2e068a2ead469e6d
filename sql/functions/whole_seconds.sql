-- whole_seconds: a sum of seconds as an integer, halves up (page 30, 2).
create function whole_seconds(seconds double precision) returns integer
language sql immutable parallel safe
return floor(seconds + 0.5)::integer
