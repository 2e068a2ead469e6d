-- other_side: away for home, home for away.
create function other_side(side text) returns text
language sql immutable parallel safe
return case side when 'home' then 'away' when 'away' then 'home' end
