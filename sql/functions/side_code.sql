-- side_code: home or away for what a tracker typed (page 10, 3.3); NULL for anything else.
-- The spellings that most cells have are known as they stand.
create function side_code(cell text) returns text
language sql immutable parallel safe
return case
    when cell in ('h', 'home') then 'home'
    when cell in ('a', 'away') then 'away'
    when lower(cell) in ('h', 'home') then 'home'
    when lower(cell) in ('a', 'away') then 'away'
end
