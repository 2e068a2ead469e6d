-- word_role: the role that a word of a sheet tells (page 10, 3.3): event or opp, and the number of
-- a player, which a goalie has not; NULL for any other word. event_team_player_1 is event_player_1.
create function word_role(cell text) returns text[]
language sql immutable parallel safe
return case
    when split_part(lower(cell), '_', 1) not in ('event', 'opp') then null
    when split_part(replace(lower(cell), '_team_', '_'), '_', 2) = 'goalie'
    then array[split_part(lower(cell), '_', 1), null]
    when split_part(replace(lower(cell), '_team_', '_'), '_', 2) = 'player'
        and whole_number(split_part(replace(lower(cell), '_team_', '_'), '_', 3)) is not null
    then array[
        split_part(lower(cell), '_', 1),
        split_part(replace(lower(cell), '_team_', '_'), '_', 3)
    ]
end
