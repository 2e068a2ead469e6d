-- base_stat_event: the events as the statistics of pages 30, 31 and 40 count them: narrow, with
-- its actor (player of event_player_1), the strength class and score of its own team, and what
-- follows it in its period: own_sog_seconds and own_goal_seconds to the next own shot on goal and
-- goal. sequence_start_no: the event that its possession begins with; entry_no: the last entry of
-- its period at or before it. is_pre_shot: at most three events before the next shot on goal of the
-- same sequence, which is its own team's. held_seconds: how long it holds the puck, NULL if it does
-- not.
-- All periods: who counts without the shoot-out leaves out period 5.
-- grain: one row per event, in the order of time
-- by: game
-- analyze: event_no, game_id, period, side, sequence_side, sequence_start_no, actor, shift_id
select
    event_no,
    game_id,
    event_index,
    event_order,
    period,
    clock,
    period_length,
    least(300, period_length / 2) as window_seconds,
    is_goal,
    is_sog,
    is_shot_goal,
    is_rebound,
    is_giveaway,
    is_faceoff,
    is_zone_entry,
    is_zone_exit,
    is_controlled_entry,
    is_tipped,
    is_controlled_exit,
    is_takeaway,
    is_bad_giveaway,
    is_shot,
    is_save,
    is_pass,
    is_corsi,
    is_fenwick,
    is_pressured,
    is_rush,
    is_rush_calculated,
    is_pre_shot_event and is_next_sog_own as is_pre_shot,
    is_shot_assist,
    is_after_rebound,
    side,
    sequence_side,
    sequence_start_no,
    player_id as actor,
    linked_event_index,
    zone,
    successful,
    event_type,
    event_detail,
    event_detail_2,
    danger_level,
    goal_difference,
    time_to_next_own_sog as own_sog_seconds,
    time_to_next_goal_for as own_goal_seconds,
    next_sog_order,
    entry_no,
    chain_no,
    case
        when event_type in ('Possession', 'Pass', 'Shot') or is_carried_entry or is_carried_exit
        then least(coalesce(duration, 0), time_to_next)
    end as held_seconds,
    shift_id,
    class
from base_event_full
order by event_no
