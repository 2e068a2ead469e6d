-- ice_time: a player's ice time at a second of the game, from the bounds of his time on the ice
-- (base_player_toi): since the last bound it grows by the second as often as he is on the ice.
create function ice_time(
    at double precision, bounds double precision[], steps bigint[], sums double precision[]
) returns double precision
language sql immutable parallel safe
return at * steps[width_bucket(at, bounds)] - sums[width_bucket(at, bounds)]
