-- text_integer: the whole number that a cell holds; NULL for a text that is none.
-- A single digit, then digits only, which most cells are, take ways without a regular expression.
create function text_integer(cell text) returns integer
language sql immutable parallel safe
return case
    when octet_length(cell) = 1 and cell between '0' and '9' then ascii(cell) - 48
    when translate(cell, '0123456789', '') = '' and length(cell) between 1 and 9
        then cell::integer
    when cell ~ '^[+-]?[0-9]{1,9}(\.0*)?$' then split_part(cell, '.', 1)::integer
end
