-- text_integer: the whole number that a cell holds; NULL for a text that is none.
create function text_integer(cell text) returns integer
language sql immutable parallel safe
return case
    when cell ~ '^[+-]?[0-9]{1,9}$' then cell::integer
    when cell ~ '^[+-]?[0-9]{1,9}\.0*$' then split_part(cell, '.', 1)::integer
end
