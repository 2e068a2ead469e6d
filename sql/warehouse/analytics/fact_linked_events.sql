-- fact_linked_events: the events that the tracker tied together, usually a shot, its save and the
-- rebound. The shoot-out counts too.
-- doc: warehouse page 40, 3
-- grain: one row per linked group
-- key: linked_event_key
-- by: game
-- order: linked_event_key
with
-- in order, so that the first of a group is
events as (
    select
        e.game_id,
        e.linked_event_index,
        e.event_no,
        c.event_type,
        c.event_detail
    from base_event_flag as e
    inner join base_event_code as c on c.code_no = e.code_no
    where e.linked_event_index is not null
    order by e.game_id, e.linked_event_index, e.event_no
),

groups as (
    select
        game_id,
        linked_event_index,
        count(*) as event_count,
        min(event_no) as first_event_no,
        (array_agg(event_type))[1] as first_type,
        (array_agg(event_detail))[1] as first_detail,
        string_agg(event_type, ' -> ') as play_chain
    from events
    group by game_id, linked_event_index
)

select
    natural_key('LV', l.game_id, l.linked_event_index) as linked_event_key,
    l.game_id,
    l.event_count::integer as event_count,
    l.first_type as event_1_type,
    l.first_detail as event_1_detail,
    a.player_id as event_1_player_id,
    l.play_chain
from groups as l
inner join base_event_player as a
    on a.event_no = l.first_event_no and a.role = 'event_player_1'
order by linked_event_key
