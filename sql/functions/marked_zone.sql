-- marked_zone: the zone o, d or n whose mark of the tracker is 1, if it is the only one (page 20,
-- 2).
create function marked_zone(offensive integer, defensive integer, neutral integer) returns text
language sql immutable parallel safe
return case
    when coalesce(offensive, 0) + coalesce(defensive, 0) + coalesce(neutral, 0) <> 1 then null
    when offensive = 1 then 'o'
    when defensive = 1 then 'd'
    else 'n'
end
