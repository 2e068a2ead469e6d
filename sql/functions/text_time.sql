-- text_time: the time of day, or the length, that a cell holds as H:MM or H:MM:SS, also behind a
-- date; NULL for a text that is no time.
create function text_time(cell text) returns time
language sql immutable parallel safe
return case
    when cell similar to
        '([0-9]{4}-[0-9]{2}-[0-9]{2}[ T])?([01]?[0-9]|2[0-3])(:[0-5][0-9]){1,2}'
    then make_time(
        split_part(regexp_replace(cell, '^.*[ T]', ''), ':', 1)::integer,
        split_part(cell, ':', 2)::integer,
        coalesce(nullif(split_part(cell, ':', 3), ''), '0')::integer
    )
end
