-- is_dead_type: whether an event type is dead time (page 11, 1): nobody has the puck.
create function is_dead_type(event_type text) returns boolean
language sql immutable parallel safe
return coalesce(is_break_type(event_type) or event_type = 'DeadIce', false)
