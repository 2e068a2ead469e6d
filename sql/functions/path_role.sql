-- path_role: a role as keys of points and players write it, E1 to E6 and O1 to O6.
create function path_role(role text) returns text
language sql immutable parallel safe
return upper(left(role, 1)) || right(role, 1)
