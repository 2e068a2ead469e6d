-- base_shot: the shot attempts with their contexts and what they were worth in goals (page 30, 2
-- and page 40, 1). xg: the base of the danger level times the factor of every context that holds,
-- at most 0.95, for shots on goal; 0 for every other attempt.
-- play_no: that of base_tag.
-- type_code: how it was shot, as the detail says (page 40); kind: the same as page 30 counts it.
-- grain: one row per event of type Shot
-- by: game
-- analyze: event_no, game_id
with
screened as (
    select distinct game_id, play_no from base_tag where code = 'Screen'
),
-- Only what a shot looks back at stands in the way of the windows.
context as (
    select
        *,
        coalesce(linked_event_index::bigint, - event_no) as play_no,
        min(clock) filter (where is_controlled_entry and side = 'home') over before_it
            as home_entry_clock,
        min(clock) filter (where is_controlled_entry and side = 'away') over before_it
            as away_entry_clock,
        min(clock) filter (where is_rebound and side = 'home') over before_it
            as home_rebound_clock,
        min(clock) filter (where is_rebound and side = 'away') over before_it
            as away_rebound_clock,
        min(clock) filter (where is_breakaway and side = 'home') over before_it
            as home_breakaway_clock,
        min(clock) filter (where is_breakaway and side = 'away') over before_it
            as away_breakaway_clock
    from (
        select
            *,
            coalesce(
                event_detail = 'Possession_Breakaway'
                    or event_detail_2 = 'ZoneEntry_CarriedBreakaway',
                false
            ) as is_breakaway
        from base_stat_event
    ) as event
    where is_shot or is_controlled_entry or is_rebound or is_breakaway
    window before_it as (
        partition by game_id, period order by event_order
        rows between unbounded preceding and 1 preceding
    )
),
shot as (
    select
        context.*,
        goal.event_no as goal_no,
        goal.goal_kind,
        coalesce(
            case
                when strpos(context.event_detail_2, '_') > 0
                    then substr(context.event_detail_2, strpos(context.event_detail_2, '_') + 1)
            end,
            case
                when strpos(goal.event_detail_2, '_') > 0
                    then substr(goal.event_detail_2, strpos(goal.event_detail_2, '_') + 1)
            end
        ) as type_code,
        coalesce(
            case
                when context.event_detail_2 like 'Shot\_%'
                    then substr(context.event_detail_2, 6)
            end,
            goal.goal_kind
        ) as kind_code,
        context.is_tipped or coalesce(goal.is_tipped, false) as is_deflection,
        coalesce(
            case context.side when 'home' then home_entry_clock when 'away' then away_entry_clock
            end - context.clock <= 7,
            false
        ) as is_rush_shot,
        coalesce(
            case context.side
                when 'home' then away_rebound_clock
                when 'away' then home_rebound_clock
            end - context.clock <= 3,
            false
        ) as is_rebound_shot,
        coalesce(
            case context.side
                when 'home' then home_breakaway_clock
                when 'away' then away_breakaway_clock
            end - context.clock <= 5,
            false
        ) as is_breakaway_shot,
        screened.play_no is not null as is_screened
    from context
    left join base_goal as goal on goal.shot_no = context.event_no
    left join screened
        on screened.game_id = context.game_id and screened.play_no = context.play_no
    where is_shot
),
kinds as (
    select
        *,
        shot_kind(kind_code) as kind,
        coalesce(type_code in ('OneTime', 'OneTimer'), false) as is_one_timer
    from shot
)
select
    event_no,
    game_id,
    event_index,
    play_no,
    period,
    clock,
    side,
    zone,
    actor as shooter,
    sequence_start_no,
    entry_no,
    shift_id,
    class,
    goal_difference,
    is_sog,
    event_detail,
    event_detail_2,
    danger_level,
    goal_no,
    goal_no is not null as is_scored,
    type_code,
    kind,
    is_tipped,
    is_rush_shot as is_rush,
    is_rebound_shot as is_rebound,
    is_breakaway_shot as is_breakaway,
    is_screened,
    is_one_timer,
    is_deflection,
    case
        when is_sog then least(
            0.95,
            case danger_level when 'high' then 0.25 when 'medium' then 0.08 else 0.03 end
                * case when is_rush_shot then 1.3 else 1 end
                * case when is_rebound_shot then 1.5 else 1 end
                * case when is_one_timer then 1.4 else 1 end
                * case when is_breakaway_shot then 2.5 else 1 end
                * case when is_screened then 1.2 else 1 end
                * case when is_deflection then 1.3 else 1 end
        )
        else 0
    end::double precision as xg
from kinds
order by event_no
