-- text_integer: the whole number that a cell holds; NULL for a text that is none.
-- Digits only, which most cells are, take the way without a regular expression.
create function text_integer(cell text) returns integer
language sql immutable parallel safe
return case
    when translate(cell, '0123456789', '') = '' and length(cell) between 1 and 9
        then cell::integer
    when cell ~ '^[+-]?[0-9]{1,9}(\.0*)?$' then split_part(cell, '.', 1)::integer
end
