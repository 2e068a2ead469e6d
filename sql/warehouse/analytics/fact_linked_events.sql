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
        game_id,
        linked_event_index,
        event_type,
        event_detail,
        actor
    from base_stat_event
    where linked_event_index is not null
    order by game_id, linked_event_index, event_no
)

select
    natural_key('LV', game_id, linked_event_index) as linked_event_key,
    game_id,
    count(*)::integer as event_count,
    (array_agg(event_type))[1] as event_1_type,
    (array_agg(event_detail))[1] as event_1_detail,
    (array_agg(actor))[1] as event_1_player_id,
    string_agg(event_type, ' -> ') as play_chain
from events
group by game_id, linked_event_index
order by linked_event_key
