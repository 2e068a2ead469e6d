-- text_boolean: what a cell says: true, yes, y, 1 or false, no, n, 0, in any case; NULL for a
-- text that says neither. The spellings that most cells have are known as they stand.
create function text_boolean(cell text) returns boolean
language sql immutable parallel safe
return case
    when cell in ('1', 'True') then true
    when cell in ('0', 'False') then false
    when lower(cell) in ('true', 'yes', 'y', '1') then true
    when lower(cell) in ('false', 'no', 'n', '0') then false
end
