-- mirrored_stop_word: how a shift ended, with home and away exchanged where the workbook exchanges
-- them (page 21, 2.2): Home Goal and Away Goal, Home Timeout and Visitor Timeout, Chlg Hm - and
-- Chlg Vis -, Home Goalie Stopped (after Away SOG) and Away Goalie Stopped (after Home SOG), ….
-- A word that names no side stays.
create function mirrored_stop_word(word text, swapped boolean) returns text
language sql immutable parallel safe
return case
    when not swapped then word
    when word = 'Home Timeout' then 'Visitor Timeout'
    when word = 'Visitor Timeout' then 'Home Timeout'
    when word like 'Chlg Hm - %' then 'Chlg Vis - ' || substr(word, 11)
    when word like 'Chlg Vis - %' then 'Chlg Hm - ' || substr(word, 12)
    when word ~ '^(Home|Away) (Goal|Penalty|Icing|Offside|Goalie Stoppage)$'
        or word ~ '^Home Goalie Stopped \(after Away SOG\)$'
        or word ~ '^Away Goalie Stopped \(after Home SOG\)$'
        then replace(replace(replace(word, 'Home', '~'), 'Away', 'Home'), '~', 'Away')
    else word
end
