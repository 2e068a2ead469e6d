-- mirrored_zone: the same place seen from the other team.
create function mirrored_zone(zone text) returns text
language sql immutable parallel safe
return case zone when 'o' then 'd' when 'd' then 'o' else zone end
