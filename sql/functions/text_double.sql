-- text_double: the number that a cell holds; NULL for a text that is none.
-- Digits with at most one point between and one minus before them, which most cells are, take the
-- way without a regular expression.
create function text_double(cell text) returns double precision
language sql immutable parallel safe
return case
    when octet_length(cell) between 1 and 30
        and translate(cell, '0123456789', '') in ('', '.', '-', '-.')
        and right(cell, 1) not in ('.', '-')
        and cell not like '_%-%'
        then cell::double precision
    when cell ~ '^[+-]?([0-9]{1,30}(\.[0-9]{0,30})?|\.[0-9]{1,30})([eE][+-]?[0-9]{1,2})?$'
        then cell::double precision
end
