-- whole_number: the number that a cell of digits alone holds; NULL for any other text.
create function whole_number(cell text) returns integer
language sql immutable parallel safe
return case
    when btrim(cell, '0123456789') = '' and length(cell) between 1 and 9 then cell::integer
end
