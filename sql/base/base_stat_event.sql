-- base_stat_event: the events as the statistics of pages 30, 31 and 40 count them: narrow, with
-- its actor (player of event_player_1), the strength class and score of its own team, and what
-- follows it in its period: own_sog_seconds and own_goal_seconds to the next own shot on goal and
-- goal. sequence_start_no: the event that its possession begins with; entry_no: the last entry of
-- its period at or before it. is_pre_shot: at most three events before the next shot on goal of the
-- same sequence, which is its own team's.
-- All periods: who counts without the shoot-out leaves out period 5.
-- grain: one row per event, in the order of time
-- by: game
-- analyze: event_no, game_id, period, side, sequence_side, sequence_start_no, actor, shift_id
select
    e.event_no,
    e.game_id,
    e.event_index,
    e.event_order,
    e.period,
    e.clock,
    e.period_length,
    least(300, e.period_length / 2) as window_seconds,
    e.is_goal,
    e.is_sog,
    e.is_shot_goal,
    e.is_rebound,
    e.is_giveaway,
    e.is_faceoff,
    e.is_zone_entry,
    e.is_zone_exit,
    e.is_controlled_entry,
    e.is_tipped,
    c.is_zone_exit and c.is_controlled as is_controlled_exit,
    c.is_takeaway,
    c.is_bad_giveaway,
    c.is_shot,
    c.is_save,
    c.is_pass,
    c.is_corsi,
    c.is_fenwick,
    coalesce(a.pressured_pressurer = 1, false) as is_pressured,
    n.is_rush,
    n.is_rush_calculated,
    coalesce(n.next_sog_order <= q.last_order and n.events_to_next_sog <= 3, false)
        and n.is_next_sog_own as is_pre_shot,
    coalesce(n.is_pass_before_shot and n.next_sog_order <= q.last_order, false) as is_shot_assist,
    coalesce(before.is_rebound, false) as is_after_rebound,
    e.side,
    e.sequence_side,
    e.sequence_start_no,
    a.player_id as actor,
    e.linked_event_index,
    e.zone,
    e.successful,
    c.event_type,
    c.event_detail,
    c.event_detail_2,
    n.danger_level,
    e.goal_difference,
    n.time_to_next_own_sog as own_sog_seconds,
    n.time_to_next_goal_for as own_goal_seconds,
    n.next_sog_order,
    n.entry_no,
    l.shift_id,
    case e.side when 'home' then l.home_class when 'away' then l.away_class end as class
from base_event_flag as e
join base_event_code as c on c.code_no = e.code_no
join base_event_neighbour as n on n.event_no = e.event_no
join base_event_player as a on a.event_no = e.event_no and a.role = 'event_player_1'
left join base_event_code as before on before.code_no = n.prev_code_no
left join base_sequence as q on q.start_no = e.sequence_start_no
left join base_event_lineup as l on l.event_no = e.event_no
order by e.event_no
