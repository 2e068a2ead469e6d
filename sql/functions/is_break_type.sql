-- is_break_type: whether an event type marks time off the game clock rather than play (page 10,
-- 2 and 3.2): such events need no clock, side or player.
create function is_break_type(event_type text) returns boolean
language sql immutable parallel safe
return event_type in ('GameStart', 'GameEnd', 'Intermission', 'Timeout', 'Clockstop')
