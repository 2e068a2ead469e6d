-- situation_name: what dim_situation calls the strength of a side (page 20, 1): empty nets first,
-- then whether it has as many skaters as the other, more or fewer. NULL if a side has no skater.
create function situation_name(
    skaters integer, other_skaters integer, net_empty boolean, other_net_empty boolean
) returns text
language sql immutable parallel safe
return case
    when skaters = 0 or other_skaters = 0 then null
    when net_empty and other_net_empty then 'Both Nets Empty'
    when net_empty then 'Empty Net'
    when other_net_empty then 'Opponent Empty Net'
    when skaters = other_skaters then 'Full Strength'
    when skaters > other_skaters then 'Power Play'
    else 'Shorthanded'
end
