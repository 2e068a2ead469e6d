-- finding_event_outside_shift: events at whose clock no line-up is on the ice (page 11, 1). Dead
-- time has none by right; a game without shifts is reported as such, not event by event.
-- grain: one row per finding
-- by: game
with
shifted as (
    select distinct game_id
    from base_lineup
    where shift_id is not null
)

select
    'warning' as severity,
    'event_outside_shift' as kind,
    e.game_id,
    g.file,
    'events' as sheet,
    e.row,
    'event_start_min' as column_name,
    e.clock::text as value,
    'no line-up at ' || e.clock::text as message
from base_event as e
inner join base_event_code as c on c.code_no = e.code_no and not c.is_dead
inner join base_game as g on g.game_id = e.game_id
inner join shifted as s on s.game_id = e.game_id
left join base_event_lineup as l on l.event_no = e.event_no
where l.event_no is null
