-- shift_points: 0 to 100 points of a shift of so many seconds with a plus-minus and a difference of
-- attempts (page 20, 4): 50, 35 or 20 for its length, and 0 to 50 for its result.
create function shift_points(seconds double precision, pm bigint, attempts bigint)
returns double precision
language sql immutable parallel safe
return case
    when seconds between 40 and 60 then 50
    when seconds between 30 and 80 then 35
    else 20
end + least(greatest(25 + 12.5::double precision * pm + 2.5::double precision * attempts, 0), 50)
