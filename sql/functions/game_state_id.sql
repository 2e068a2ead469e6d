-- game_state_id: the state of the game by own goals less the other team's.
create function game_state_id(goal_difference bigint) returns text
language sql immutable parallel safe
return case
    when goal_difference >= 3 then 'GS05'
    when goal_difference <= -3 then 'GS06'
    when goal_difference > 0 then 'GS01'
    when goal_difference < 0 then 'GS02'
    when goal_difference = 0 then 'GS03'
end
