-- text_time: the time of day, or the length, that a cell holds as H:MM, H:MM:SS, or behind a
-- date; fractions of a second are cut off. NULL for a text that is no time.
create function text_time(cell text) returns time
language sql immutable parallel safe
return case
    when cell ~ '^([0-9]{4}-[0-9]{2}-[0-9]{2}[ T])?([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]+)?)?$'
    then make_time(
        split_part(regexp_replace(cell, '^.*[ T]', ''), ':', 1)::integer,
        split_part(regexp_replace(cell, '^.*[ T]', ''), ':', 2)::integer,
        coalesce(nullif(left(split_part(cell, ':', 3), 2), ''), '0')::integer
    )
end
