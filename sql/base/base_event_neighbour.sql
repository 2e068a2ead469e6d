-- base_event_neighbour: what comes next and what came last, seen from every event, within
-- its period (warehouse page 11, 2 and 3), and what follows from it: rushes, dangerous shots.
-- Clocks fall in the order of time: the last goal before an event has the least clock of all
-- goals before it, the next one the greatest clock of all after it. An order whose last digit
-- tells a goal from a save carries the result of a shot.
-- grain: one row per event
-- by: game
with
ahead as (
    select
        *,
        lag(event_index) over so_far as next_event_index,
        lag(code_no) over so_far as next_code_no,
        lag(side) over so_far as next_side,
        lag(clock) over so_far as next_clock,
        max(clock) filter (where is_sog) over after_it as next_sog_clock,
        min(event_order * 2 + is_shot_goal::integer) filter (where is_sog) over after_it
            as next_sog,
        max(clock) filter (where is_sog and side = 'home') over after_it as next_home_sog_clock,
        max(clock) filter (where is_sog and side = 'away') over after_it as next_away_sog_clock,
        min(event_order * 2 + is_shot_goal::integer)
            filter (where is_sog and side = 'home') over after_it as next_home_sog,
        min(event_order * 2 + is_shot_goal::integer)
            filter (where is_sog and side = 'away') over after_it as next_away_sog,
        max(clock) filter (where is_goal) over after_it as next_goal_clock,
        min(event_order) filter (where is_goal) over after_it as next_goal_order,
        max(clock) filter (where is_goal and side = 'home') over after_it as next_home_goal_clock,
        max(clock) filter (where is_goal and side = 'away') over after_it as next_away_goal_clock,
        max(clock) filter (where is_stoppage) over after_it as next_stoppage_clock,
        min(event_order) filter (where is_pass_completed and side = 'home') over after_it
            as next_home_pass_order,
        min(event_order) filter (where is_pass_completed and side = 'away') over after_it
            as next_away_pass_order
    from base_event_flag
    window
        so_far as (partition by game_id, period order by event_order desc),
        after_it as (
            partition by game_id, period order by event_order desc
            rows between unbounded preceding and 1 preceding
        )
),

own as (
    select
        *,
        case side
            when 'home' then next_home_sog_clock
            when 'away' then next_away_sog_clock
        end as next_own_sog_clock,
        case side when 'home' then next_home_sog when 'away' then next_away_sog end
            as next_own_sog,
        case side when 'home' then next_home_pass_order when 'away' then next_away_pass_order end
            as next_own_pass_order
    from ahead
),

rushes as (
    select
        *,
        coalesce(is_controlled_entry and clock - next_own_sog_clock <= 7, false) as is_rush,
        coalesce(
            is_zone_entry
            and clock - next_own_sog_clock <= 10
            and next_own_sog / 2 - event_order <= 5,
            false
        ) as is_rush_calculated
    from own
),

behind as (
    select
        *,
        lag(event_index) over so_far as prev_event_index,
        lag(code_no) over so_far as prev_code_no,
        lag(side) over so_far as prev_side,
        lag(clock) over so_far as prev_clock,
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
        min(clock) filter (where is_turnover or is_faceoff) over before_it as last_change_clock,
        max(event_order) filter (where is_turnover or is_faceoff) over before_it
            as last_change_order,
        min(clock) filter (where is_faceoff) over before_it as last_faceoff_clock,
        max(event_order) filter (where is_faceoff) over before_it as last_faceoff_order,
        min(clock) filter (where is_rebound and side = 'home') over before_it
            as last_home_rebound_clock,
        min(clock) filter (where is_rebound and side = 'away') over before_it
            as last_away_rebound_clock,
        min(clock) filter (where is_rush and side = 'home') over before_it
            as last_home_rush_clock,
        min(clock) filter (where is_rush and side = 'away') over before_it
            as last_away_rush_clock,
        count(*) filter (where is_goal and side = 'home') over game_before_it as home_goals,
        count(*) filter (where is_goal and side = 'away') over game_before_it as away_goals
    from rushes
    window
        so_far as (partition by game_id, period order by event_order),
        before_it as (
            partition by game_id, period order by event_order
            rows between unbounded preceding and 1 preceding
        ),
        game_before_it as (
            partition by game_id order by period, event_order
            rows between unbounded preceding and 1 preceding
        )
),

judged as (
    select
        *,
        is_sog and (
            is_tipped
            or is_quick_shot
            or coalesce(
                case side
                    when 'home' then last_away_rebound_clock
                    when 'away' then last_home_rebound_clock
                end - clock <= 3,
                false
            )
        ) as is_high_danger,
        coalesce(
            case side
                when 'home' then last_home_rush_clock
                when 'away' then last_away_rush_clock
            end - clock <= 7,
            false
        ) as is_after_rush
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
    case side
        when 'home' then home_goals - away_goals
        when 'away' then away_goals - home_goals
    end as goal_difference,

    -- stoppages, zones, changes of possession
    clock - next_stoppage_clock as time_to_next_stoppage,
    last_stoppage_clock - clock as time_from_last_stoppage,
    last_entry_clock - clock as time_since_zone_entry,
    event_order - last_entry_order as events_since_zone_entry,
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
        when zone in ('d', 'n') and not is_after_rush then 'low'
        else 'medium'
    end as danger_level
from judged
order by event_no
