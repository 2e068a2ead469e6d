-- strength_class: ev, pp, pk or en of a side (page 20, 1): an empty net on either side makes it
-- en, else its skaters are as many, more or fewer than the other's. NULL if a side has no skater.
create function strength_class(
    skaters integer, other_skaters integer, net_empty boolean, other_net_empty boolean
) returns text
language sql immutable parallel safe
return case
    when skaters = 0 or other_skaters = 0 then null
    when net_empty or other_net_empty then 'en'
    when skaters = other_skaters then 'ev'
    when skaters > other_skaters then 'pp'
    else 'pk'
end
