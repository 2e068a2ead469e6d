-- base_stat_event: the events as the statistics of pages 30, 31 and 40 count them: narrow, with
-- its actor (player of event_player_1), the strength class and score of its own team, and what
-- follows it in its period: own_sog_seconds and own_goal_seconds to the next own shot on goal and
-- goal; home_goal_no and away_goal_no, the next goals at or after it. is_pre_shot: at most three
-- events before the next shot on goal of the same sequence, which is its own team's.
-- All periods: who counts without the shoot-out leaves out period 5.
-- grain: one row per event, in the order of time
-- by: game
-- analyze: event_no, game_id, shift_id
select
    e.event_no,
    e.game_id,
    e.event_index,
    e.event_order,
    e.period,
    e.clock,
    e.period_length,
    least(300, e.period_length / 2) as window_seconds,
    e.side,
    e.home_zone,
    e.zone,
    e.linked_event_index,
    e.successful,
    c.event_type,
    c.event_detail,
    c.event_detail_2,
    c.event_detail_id,
    e.is_dead,
    e.is_goal,
    e.is_sog,
    e.is_shot_goal,
    e.is_rebound,
    e.is_giveaway,
    e.is_faceoff,
    e.is_stoppage,
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
    n.danger_level,
    n.goal_difference,
    n.time_to_next_own_sog as own_sog_seconds,
    n.time_to_next_goal_for as own_goal_seconds,
    n.next_sog_order,
    min(e.event_no) filter (where e.is_goal and e.side = 'home') over from_here as home_goal_no,
    min(e.event_no) filter (where e.is_goal and e.side = 'away') over from_here as away_goal_no,
    coalesce(n.next_sog_order <= q.last_order and n.events_to_next_sog <= 3, false)
        and n.is_next_sog_own as is_pre_shot,
    coalesce(n.is_pass_before_shot and n.next_sog_order <= q.last_order, false) as is_shot_assist,
    coalesce(lag(e.is_rebound) over up_to_here, false) as is_after_rebound,
    r.sequence_no,
    q.side as sequence_side,
    a.player_id as actor,
    a.jersey as actor_jersey,
    l.shift_id,
    case e.side
        when 'home' then strength_class(
            u.home_skaters, u.away_skaters, u.home_goalie is null, u.away_goalie is null
        )
        when 'away' then strength_class(
            u.away_skaters, u.home_skaters, u.away_goalie is null, u.home_goalie is null
        )
    end as class
from base_event_flag as e
join base_event_code as c on c.code_no = e.code_no
join base_event_neighbour as n on n.event_no = e.event_no
join base_event_run as r on r.event_no = e.event_no
join base_event_player as a on a.event_no = e.event_no and a.role = 'event_player_1'
left join base_sequence as q on q.game_id = r.game_id and q.sequence_no = r.sequence_no
left join base_event_lineup as l on l.event_no = e.event_no
left join base_lineup as u on u.game_id = l.game_id and u.shift_index = l.shift_index
window up_to_here as (partition by e.game_id, e.period order by e.event_order),
from_here as (
    partition by e.game_id, e.period order by e.event_order desc
    rows between unbounded preceding and current row
)
order by e.event_no
