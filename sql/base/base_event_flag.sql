-- base_event_flag: every event with its place in time and what the windows over the order
-- of time ask of it.
-- grain: one row per event, stored in the order of time
-- by: game
-- analyze: event_no, game_id, period, event_order, code_no
select
    e.event_no,
    e.game_id,
    e.period,
    e.event_order,
    e.event_index,
    c.code_no,
    e.side,
    e.clock,
    e.end_clock,
    p.start_elapsed,
    p.start_elapsed + p.length - e.clock as elapsed_start,
    p.start_elapsed + p.length - e.end_clock as elapsed_end,
    p.length as period_length,
    case e.side
        when 'home' then e.zone
        when 'away' then mirrored_zone(e.zone)
    end as home_zone,
    e.zone,
    e.linked_event_index,
    e.successful,
    e.duration,
    e.is_highlight,
    e.sheet_order,
    e.intermission_cell,
    c.event_type,
    c.is_dead,
    c.is_break,
    c.is_frame,
    c.is_puck,
    c.is_stoppage,
    c.is_faceoff,
    c.is_goal,
    c.is_sog,
    c.is_shot_goal,
    c.is_pass_completed,
    c.is_rebound,
    c.is_giveaway,
    c.is_turnover,
    c.is_zone_entry,
    c.is_zone_exit,
    c.is_zone_entry and c.is_controlled as is_controlled_entry,
    c.is_tipped_code
        or coalesce(c.event_type in ('Shot', 'Goal') and e.detail_typed like '%Tipped%', false)
        as is_tipped,
    c.is_quick_shot
from base_event as e
inner join base_event_code as c
    on coalesce(c.event_type, '') = coalesce(e.event_type, '')
    and coalesce(c.event_detail, '') = coalesce(e.event_detail, '')
    and coalesce(c.event_detail_2, '') = coalesce(e.event_detail_2, '')
inner join base_period as p on p.game_id = e.game_id and p.period = e.period
order by event_no
