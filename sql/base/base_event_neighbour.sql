-- base_event_neighbour: what comes next and what came last, seen from every event, within
-- its period (warehouse page 11, 2 and 3), and what follows from it: rushes, dangerous shots.
-- Clocks fall in the order of time: the last goal before an event has the least clock of all
-- goals before it, the next one the greatest clock of all after it. An order whose last digit
-- tells a goal from a save carries the result of a shot.
-- grain: one row per event, stored in the order of time
-- by: game
with
ahead as (
    select
        event_no,
        game_id,
        period,
        event_order,
        event_index,
        code_no,
        side,
        zone,
        clock,
        is_faceoff,
        is_stoppage,
        is_goal,
        is_sog,
        is_sog and (is_tipped or is_quick_shot) as is_tricky_sog,
        is_pass_completed,
        is_rebound,
        is_turnover or is_faceoff as is_change,
        is_zone_entry,
        is_zone_exit,
        is_controlled_entry,
        max(clock) filter (where is_sog) over after_it as next_sog_clock,
        min(event_order * 2 + is_shot_goal::integer) filter (where is_sog) over after_it
            as next_sog,
        case side
            when 'home' then max(clock) filter (where is_sog and side = 'home') over after_it
            when 'away' then max(clock) filter (where is_sog and side = 'away') over after_it
        end as next_own_sog_clock,
        case side
            when 'home' then
                min(event_order * 2 + is_shot_goal::integer)
                    filter (where is_sog and side = 'home') over after_it
            when 'away' then
                min(event_order * 2 + is_shot_goal::integer)
                    filter (where is_sog and side = 'away') over after_it
        end as next_own_sog,
        case side
            when 'home' then
                min(event_order) filter (where is_pass_completed and side = 'home') over after_it
            when 'away' then
                min(event_order) filter (where is_pass_completed and side = 'away') over after_it
        end as next_own_pass_order,
        max(clock) filter (where is_goal) over after_it as next_goal_clock,
        min(event_order) filter (where is_goal) over after_it as next_goal_order,
        max(clock) filter (where is_goal and side = 'home') over after_it as next_home_goal_clock,
        max(clock) filter (where is_goal and side = 'away') over after_it as next_away_goal_clock,
        max(clock) filter (where is_stoppage) over after_it as next_stoppage_clock
    from base_event_flag
    window after_it as (
        partition by game_id, period order by event_order desc
        rows between unbounded preceding and 1 preceding
    )
),

behind as (
    select
        *,
        lag(event_index) over before_it as prev_event_index,
        lag(code_no) over before_it as prev_code_no,
        lag(side) over before_it as prev_side,
        lag(clock) over before_it as prev_clock,
        lead(event_index) over before_it as next_event_index,
        lead(code_no) over before_it as next_code_no,
        lead(side) over before_it as next_side,
        lead(clock) over before_it as next_clock,
        min(clock) filter (where is_sog) over before_it as last_sog_clock,
        max(event_order) filter (where is_sog) over before_it as last_sog_order,
        min(clock) filter (where is_goal) over before_it as last_goal_clock,
        max(event_order) filter (where is_goal) over before_it as last_goal_order,
        min(clock) filter (where is_goal and side = 'home') over before_it as last_home_goal_clock,
        min(clock) filter (where is_goal and side = 'away') over before_it as last_away_goal_clock,
        min(clock) filter (where is_stoppage) over before_it as last_stoppage_clock,
        min(clock) filter (where is_zone_entry) over before_it as last_entry_clock,
        max(event_order) filter (where is_zone_entry) over before_it as last_entry_order,
        min(clock) filter (where is_zone_exit) over before_it as last_exit_clock,
        min(clock) filter (where is_change) over before_it as last_change_clock,
        max(event_order) filter (where is_change) over before_it as last_change_order,
        min(clock) filter (where is_faceoff) over before_it as last_faceoff_clock,
        max(event_order) filter (where is_faceoff) over before_it as last_faceoff_order,
        case side
            when 'home' then min(clock) filter (where is_rebound and side = 'away') over before_it
            when 'away' then min(clock) filter (where is_rebound and side = 'home') over before_it
        end as last_rebound_against_clock,
        -- before a shot on goal a controlled entry of the last seven seconds is a rush
        case side
            when 'home' then
                min(clock) filter (where is_controlled_entry and side = 'home') over before_it
            when 'away' then
                min(clock) filter (where is_controlled_entry and side = 'away') over before_it
        end as last_own_entry_clock
    from ahead
    window before_it as (
        partition by game_id, period order by event_order
        rows between unbounded preceding and 1 preceding
    )
),

judged as (
    select
        *,
        coalesce(is_controlled_entry and clock - next_own_sog_clock <= 7, false) as is_rush,
        coalesce(
            is_zone_entry
            and clock - next_own_sog_clock <= 10
            and next_own_sog / 2 - event_order <= 5,
            false
        ) as is_rush_calculated,
        is_tricky_sog or is_sog and coalesce(last_rebound_against_clock - clock <= 3, false)
            as is_high_danger
    from behind
)

select
    event_no,
    game_id,
    event_index,

    -- the event before, the event after
    prev_event_index,
    prev_code_no,
    prev_side,
    prev_clock - clock as time_since_prev,
    next_event_index,
    next_code_no,
    next_side,
    clock - next_clock as time_to_next,

    -- shots on goal
    clock - next_sog_clock as time_to_next_sog,
    last_sog_clock - clock as time_since_last_sog,
    next_sog / 2 - event_order as events_to_next_sog,
    event_order - last_sog_order as events_since_last_sog,
    case when next_sog is not null then
        case next_sog % 2 when 1 then 'goal' else 'save' end
    end as next_sog_result,
    next_sog / 2 as next_sog_order,
    coalesce(next_own_sog = next_sog, false) as is_next_sog_own,
    clock - next_own_sog_clock as time_to_next_own_sog,
    case when next_own_sog is not null then
        case next_own_sog % 2 when 1 then 'goal' else 'shot' end
    end as next_own_sog_result,
    -- the last completed pass of a team before the next shot, if that is its own
    is_pass_completed
        and coalesce(next_own_sog = next_sog, false)
        and coalesce(next_own_pass_order > next_sog / 2, true) as is_pass_before_shot,

    -- goals
    clock - next_goal_clock as time_to_next_goal,
    last_goal_clock - clock as time_since_last_goal,
    next_goal_order - event_order as events_to_next_goal,
    event_order - last_goal_order as events_since_last_goal,
    next_goal_order,
    clock - case side
        when 'home' then next_home_goal_clock
        when 'away' then next_away_goal_clock
    end as time_to_next_goal_for,
    clock - case side
        when 'home' then next_away_goal_clock
        when 'away' then next_home_goal_clock
    end as time_to_next_goal_against,
    case side
        when 'home' then last_home_goal_clock
        when 'away' then last_away_goal_clock
    end - clock as time_from_last_goal_for,
    case side
        when 'home' then last_away_goal_clock
        when 'away' then last_home_goal_clock
    end - clock as time_from_last_goal_against,

    -- stoppages, zones, changes of possession
    clock - next_stoppage_clock as time_to_next_stoppage,
    last_stoppage_clock - clock as time_from_last_stoppage,
    last_entry_clock - clock as time_since_zone_entry,
    event_order - last_entry_order as events_since_zone_entry,
    -- the last entry, itself if it is one
    case
        when is_zone_entry then event_no
        else event_no - event_order + last_entry_order
    end as entry_no,
    last_exit_clock - clock as time_since_zone_exit,
    last_change_clock - clock as time_since_possession_change,
    event_order - last_change_order as events_since_possession_change,
    last_faceoff_clock - clock as time_since_faceoff,
    event_order - last_faceoff_order as events_since_faceoff,

    -- rushes and danger
    is_rush,
    is_rush_calculated,
    case when is_rush_calculated then clock - next_own_sog_clock end as time_from_entry_to_shot,
    is_high_danger,
    case
        when not is_sog then null
        when is_high_danger then 'high'
        when zone in ('d', 'n') and coalesce(last_own_entry_clock - clock > 7, true) then 'low'
        else 'medium'
    end as danger_level
from judged
order by game_id, period, event_order
