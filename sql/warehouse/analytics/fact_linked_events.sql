-- fact_linked_events: the events that the tracker tied together, usually a shot, its save and the
-- rebound. The shoot-out counts too.
-- doc: warehouse page 40, 3
-- grain: one row per linked group
-- key: linked_event_key
-- by: game
-- order: linked_event_key
with
groups as (
    select
        e.game_id,
        e.linked_event_index,
        count(*) as event_count,
        min(e.event_no) as first_event_no,
        string_agg(c.event_type, ' -> ' order by e.event_no) as play_chain
    from base_event_flag as e
    inner join base_event_code as c on c.code_no = e.code_no
    where e.linked_event_index is not null
    group by e.game_id, e.linked_event_index
)

select
    natural_key('LV', l.game_id, l.linked_event_index) as linked_event_key,
    l.game_id,
    l.event_count::integer as event_count,
    c.event_type as event_1_type,
    c.event_detail as event_1_detail,
    a.player_id as event_1_player_id,
    l.play_chain
from groups as l
inner join base_event_flag as e on e.event_no = l.first_event_no
inner join base_event_code as c on c.code_no = e.code_no
inner join base_event_player as a
    on a.event_no = l.first_event_no and a.role = 'event_player_1'
order by linked_event_key
