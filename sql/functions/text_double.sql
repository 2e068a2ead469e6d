-- text_double: the number that a cell holds; NULL for a text that is none.
create function text_double(cell text) returns double precision
language sql immutable parallel safe
return case
    when cell ~ '^[+-]?([0-9]{1,30}(\.[0-9]{0,30})?|\.[0-9]{1,30})([eE][+-]?[0-9]{1,2})?$'
    then cell::double precision
end
