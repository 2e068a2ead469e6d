-- natural_key: a key made of a prefix, a game and a number within it, EV1896901000.
create function natural_key(prefix text, game_id integer, number integer) returns text
language sql immutable parallel safe
return case
    when game_id > 0 and number between 0 and 99999
    then prefix || (game_id::bigint * 100000 + number)::text
    else prefix || game_id::text || lpad(number::text, greatest(length(number::text), 5), '0')
end
