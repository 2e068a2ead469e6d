-- base_goalie_event: the events that a goalie is measured by (page 31, 2), periods 1 to 4: saves
-- and goals (the shots that he faced), shots, rebounds. gap: seconds since the shot faced before in
-- the period. in_sequence: shots faced in the same possession; an event without one stands alone.
-- entry_seconds: since the shooting side's last zone entry in the period.
-- grain: one row per event with a goalie
-- by: game
with
entered as (
    select
        *,
        min(clock) filter (where is_zone_entry and side = 'home') over before_it as home_entry,
        min(clock) filter (where is_zone_entry and side = 'away') over before_it as away_entry
    from base_stat_event
    where (is_zone_entry or is_save or is_rebound or is_shot or is_goal)
        and period between 1 and 4
    window before_it as (
        partition by game_id, period order by event_order
        rows between unbounded preceding and 1 preceding
    )
),
event as (
    select
        goalie.player_id,
        goalie.side as goalie_side,
        event.event_no,
        event.game_id,
        event.event_order,
        event.period,
        event.clock,
        event.event_detail,
        event.event_detail_2,
        event.is_save,
        event.is_goal,
        event.is_rebound,
        event.is_sog,
        event.danger_level,
        event.is_save or event.is_goal as is_faced,
        event.period_length - event.clock < event.window_seconds as is_early,
        event.clock <= event.window_seconds as is_late,
        coalesce(event.sequence_start_no, - event.event_no) as sequence,
        case goalie.side when 'home' then away_entry else home_entry end - event.clock
            as entry_seconds,
        shot.xg,
        coalesce(shot.is_scored, false) as is_scored,
        coalesce(shot.is_rebound, false) as is_rebound_shot
    from base_event_goalie as goalie
    join entered as event on event.event_no = goalie.event_no
    left join base_shot as shot on shot.event_no = goalie.event_no
)
select
    *,
    case when is_faced then
        lag(clock) over (
            partition by game_id, player_id, goalie_side, is_faced, period order by event_order
        ) - clock
    end as gap,
    case when is_faced then sequence end as faced_sequence,
    case when is_faced then
        count(*) over (partition by game_id, player_id, goalie_side, is_faced, sequence)
    end as in_sequence,
    count(*) filter (where is_goal) over (
        partition by game_id, player_id, goalie_side order by event_order
    ) as goals_so_far
from event
