-- finding_link_over_periods: groups of linked events that lie in more than one period (page 40,
-- 3): most often one number for two groups. Told at the group's first event of a later period.
-- grain: one row per finding
-- by: game
with
linked as (
    select
        game_id,
        linked_event_index,
        row,
        event_no,
        period <> min(period) over linked_group as is_later
    from base_event
    where linked_event_index is not null
    window linked_group as (partition by game_id, linked_event_index)
),

told as (
    select distinct on (game_id, linked_event_index) game_id, linked_event_index, row
    from linked
    where is_later
    order by game_id, linked_event_index, event_no
)

select
    'warning' as severity,
    'link_over_periods' as kind,
    t.game_id,
    g.file,
    'events' as sheet,
    t.row,
    'linked_event_index' as column_name,
    t.linked_event_index::text as value,
    'the linked group ' || t.linked_event_index::text || ' lies in two periods' as message
from told as t
inner join base_game as g on g.game_id = t.game_id
