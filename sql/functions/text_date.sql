-- text_date: the day that a cell holds as YYYY-MM-DD, with or without a time of day behind it;
-- NULL for a text that is no day of the calendar.
create function text_date(cell text) returns date
language sql immutable parallel safe
return case
    when translate(left(cell, 10), '0123456789', '') <> '--'
        or cell not similar to '____-__-__([ T][0-9:.]+)?'
        or left(cell, 4) = '0000'
        or substr(cell, 6, 2) not between '01' and '12'
        or substr(cell, 9, 2) not between '01' and '31' then null
    when substr(cell, 9, 2) <= '28'
        or substr(cell, 9, 2)::integer <= extract(
            day from make_date(left(cell, 4)::integer, substr(cell, 6, 2)::integer, 1)
                + interval '1 month - 1 day'
        )
        then make_date(
            left(cell, 4)::integer, substr(cell, 6, 2)::integer, substr(cell, 9, 2)::integer
        )
end
