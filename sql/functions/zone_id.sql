-- zone_id: the key of a zone o, d or n in dim_zone.
create function zone_id(zone text) returns text
language sql immutable parallel safe
return case zone when 'o' then 'ZN01' when 'd' then 'ZN02' when 'n' then 'ZN03' end
