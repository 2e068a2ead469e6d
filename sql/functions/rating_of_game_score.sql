-- rating_of_game_score: the rating, 1 to 10, whose expected game score is the given one (page 30):
-- expected_game_score read backwards.
create function rating_of_game_score(score double precision) returns double precision
language sql immutable parallel safe
return case
    when score <= 1.0 then 1
    when score <= 2.3 then 1 + (score - 1.0) / 1.3
    when score <= 10.7 then 2 + (score - 2.3) / 1.2
    when score <= 12.0 then 9 + (score - 10.7) / 1.3
    when score > 12.0 then 10
end
