-- typed_side: the side that a cell names, by a letter or word as it was typed (turned round where
-- home and away of the input are exchanged) or by the name of one of the two teams.
create function typed_side(cell text, swapped boolean, home_team text, away_team text) returns text
language sql immutable parallel safe
return case
    when side_code(cell) is not null
    then case when swapped then other_side(side_code(cell)) else side_code(cell) end
    when lower(cell) = lower(home_team) then 'home'
    when lower(cell) = lower(away_team) then 'away'
end
