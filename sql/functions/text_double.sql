-- text_double: the number that a cell holds; NULL for a text that is none.
-- Digits only, which most cells are, take the way without a regular expression.
create function text_double(cell text) returns double precision
language sql immutable parallel safe
return case
    when translate(cell, '0123456789', '') = '' and length(cell) between 1 and 30
        then cell::double precision
    when cell ~ '^[+-]?([0-9]{1,30}(\.[0-9]{0,30})?|\.[0-9]{1,30})([eE][+-]?[0-9]{1,2})?$'
        then cell::double precision
end
