-- competition_tier_id: the class of opponents by the mean rating of their skaters.
create function competition_tier_id(rating double precision) returns text
language sql immutable parallel safe
return case
    when rating >= 5 then 'TI01'
    when rating >= 4 then 'TI02'
    when rating >= 3 then 'TI03'
    when rating < 3 then 'TI04'
end
