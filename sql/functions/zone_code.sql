-- zone_code: o, d or n for what a tracker typed (page 10, 3.4); NULL for anything else.
-- The spellings that most cells have are known as they stand.
create function zone_code(cell text) returns text
language sql immutable parallel safe
return case
    when cell in ('o', 'Offensive') then 'o'
    when cell in ('d', 'Defensive') then 'd'
    when cell in ('n', 'Neutral') then 'n'
    when lower(cell) in ('o', 'offensive') then 'o'
    when lower(cell) in ('d', 'defensive') then 'd'
    when lower(cell) in ('n', 'neutral') then 'n'
end
