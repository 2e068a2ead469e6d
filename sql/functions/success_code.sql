-- success_code: s or u for what a tracker typed (page 10, 3.4); NULL for anything else.
-- The spellings that most cells have are known as they stand.
create function success_code(cell text) returns text
language sql immutable parallel safe
return case
    when cell in ('s', 'True') then 's'
    when cell in ('u', 'False') then 'u'
    when lower(cell) in ('s', 'true') then 's'
    when lower(cell) in ('u', 'false') then 'u'
end
