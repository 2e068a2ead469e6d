-- text_date: the day that a cell holds, with or without a time of day behind it; NULL for a text
-- that is no day of the calendar.
create function text_date(cell text) returns date
language sql immutable parallel safe
return case
    when cell !~ '^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])($|[ T][0-9:.]+$)'
        or left(cell, 4) = '0000' then null
    when substr(cell, 9, 2) <= '28'
        or substr(cell, 9, 2)::integer <= extract(
            day from make_date(left(cell, 4)::integer, substr(cell, 6, 2)::integer, 1)
                + interval '1 month - 1 day'
        )
        then make_date(
            left(cell, 4)::integer, substr(cell, 6, 2)::integer, substr(cell, 9, 2)::integer
        )
end
