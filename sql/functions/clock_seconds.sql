-- clock_seconds: the remaining seconds that a typed clock minute:second stands for, fractions
-- cut off (page 10, 3.2); NULL if a part is missing or no number, or the second is not below 60.
create function clock_seconds(clock text) returns double precision
language sql immutable parallel safe
return case
    when clock ~ '^[0-9]{1,4}(\.[0-9]*)?:[0-5]?[0-9](\.[0-9]*)?$'
    then 60 * trunc(split_part(clock, ':', 1)::double precision)
        + trunc(split_part(clock, ':', 2)::double precision)
end
