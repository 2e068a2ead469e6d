-- jersey_number: a jersey as the warehouse spells it (page 10, 3.3): digits without leading
-- zeros, anything else (FA, -, IR) as it stands.
create function jersey_number(cell text) returns text
language sql immutable parallel safe
return case
    when cell like '0_%' and btrim(cell, '0123456789') = ''
    then coalesce(nullif(ltrim(cell, '0'), ''), '0')
    else cell
end
