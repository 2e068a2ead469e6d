-- game_place: a number that grows in the order of games (page 30, 2): by date, then by id.
create function game_place(played_on date, game_id integer) returns bigint
language sql immutable parallel safe
return coalesce(played_on - date '1900-01-01', 0)::bigint * 1000000000 + game_id
