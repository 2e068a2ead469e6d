-- expected_game_score: the game score that a skill rating lets one expect (page 30, 1): a table of
-- ten values, linear between two of them, the end values beyond them.
create function expected_game_score(rating double precision) returns double precision
language sql immutable parallel safe
return case
    when rating <= 1 then 1.0
    when rating <= 2 then 1.0 + 1.3 * (rating - 1)
    when rating <= 9 then 2.3 + 1.2 * (rating - 2)
    when rating <= 10 then 10.7 + 1.3 * (rating - 9)
    when rating > 10 then 12.0
end
