-- whole_part: the number that a cell holds, without its fraction; NULL for a text that is none and
-- for numbers that no second of a video can be.
create function whole_part(cell text) returns integer
language sql immutable parallel safe
return case when abs(text_double(cell)) < 1e9 then trunc(text_double(cell))::integer end
