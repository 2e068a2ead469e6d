-- base_goal: the goals (00-rules, 5) with the shot that scored: the last Shot_Goal of the same team
-- and period before the goal, at most 5 s earlier (page 30, 2). Of two goals that point to one shot
-- the first has it. kind: of the goal's own detail.
-- grain: one row per goal
-- by: game
with
paired as (
    select
        *,
        max(event_no) filter (where is_shot_goal and side = 'home') over before_it as home_shot_no,
        max(event_no) filter (where is_shot_goal and side = 'away') over before_it as away_shot_no,
        min(clock) filter (where is_shot_goal and side = 'home') over before_it
            as home_shot_clock,
        min(clock) filter (where is_shot_goal and side = 'away') over before_it as away_shot_clock
    from base_stat_event
    where is_shot_goal or is_goal
    window before_it as (
        partition by game_id, period order by event_order
        rows between unbounded preceding and 1 preceding
    )
),
goal as (
    select
        *,
        case
            when side = 'home' and home_shot_clock - clock <= 5 then home_shot_no
            when side = 'away' and away_shot_clock - clock <= 5 then away_shot_no
        end as shot_no
    from paired
    where is_goal
)
select
    event_no,
    game_id,
    period,
    clock,
    period_length,
    window_seconds,
    side,
    actor as scorer,
    shift_id,
    class,
    goal_difference,
    is_tipped,
    event_detail_2,
    case when event_detail_2 like 'Goal\_%' then substr(event_detail_2, 6) end as goal_kind,
    event_no = min(event_no) over (partition by game_id) as is_first_of_game,
    case
        when row_number() over (partition by game_id, shot_no order by event_no) = 1 then shot_no
    end as shot_no
from goal
