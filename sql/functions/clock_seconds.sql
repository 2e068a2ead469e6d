-- clock_seconds: the remaining seconds that a typed clock minute:second stands for, fractions
-- cut off (page 10, 3.2); NULL if a part is missing or no number, or the second is not below 60.
-- m:ss and mm:ss, which most are, take a way without a regular expression.
create function clock_seconds(clock text) returns double precision
language sql immutable parallel safe
return case
    when octet_length(clock) in (4, 5)
        and translate(clock, '0123456789', '') = ':'
        and substr(clock, octet_length(clock) - 2, 1) = ':'
        and substr(clock, octet_length(clock) - 1, 1) < '6'
    then 60 * left(clock, -3)::double precision + right(clock, 2)::double precision
    when clock ~ '^[0-9]{1,4}(\.[0-9]*)?:[0-5]?[0-9](\.[0-9]*)?$'
    then 60 * trunc(split_part(clock, ':', 1)::double precision)
        + trunc(split_part(clock, ':', 2)::double precision)
end
