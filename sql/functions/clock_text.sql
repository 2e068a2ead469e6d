-- clock_text: a clock in seconds as minutes and seconds, 18:00.
create function clock_text(clock double precision) returns text
language sql immutable parallel safe
return floor(clock / 60)::integer::text || ':'
    || lpad(floor(clock - 60 * floor(clock / 60))::integer::text, 2, '0')
