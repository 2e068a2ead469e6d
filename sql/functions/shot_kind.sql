-- shot_kind: the kind of a shot or goal as the statistics count it (page 30, 2), from what follows
-- Shot_ or Goal_ in its detail; NULL for a code that is no kind.
create function shot_kind(code text) returns text
language sql immutable parallel safe
return case code
    when 'Wrist' then 'wrist'
    when 'Slap' then 'slap'
    when 'Snap' then 'snap'
    when 'Backhand' then 'backhand'
    when 'OneTime' then 'one_timer'
    when 'OneTimer' then 'one_timer'
    when 'Tip' then 'tip'
    when 'Deflection' then 'deflection'
    when 'WrapAround' then 'wraparound'
    when 'Wrap' then 'wraparound'
    when 'Poke' then 'poke'
    when 'Bat' then 'bat'
end
