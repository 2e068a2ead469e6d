-- whole_number: the number that a cell of digits alone holds, an index or a jersey; NULL for any
-- other text, also one that text_integer reads, as a sign or decimals make no index.
create function whole_number(cell text) returns integer
language sql immutable parallel safe
return case
    when btrim(cell, '0123456789') = '' and length(cell) between 1 and 9 then cell::integer
end
