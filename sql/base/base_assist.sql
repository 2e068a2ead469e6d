-- base_assist: the assists (page 30, 2): a tag AssistPrimary or AssistSecondary on a row of the
-- event's team, once per player and play. goal_no: the first own goal at or after the tagged event
-- in its period, NULL if none. class: of that goal, else of the tagged event.
-- grain: one row per assist
-- by: game
with
goal as (
    select
        event_no,
        game_id,
        period,
        side,
        class,
        coalesce(
            lag(event_no) over (partition by game_id, period, side order by event_no), 0
        ) as last_goal_no
    from base_goal
)
select
    tag.game_id,
    tag.first_event_no as event_no,
    tag.period,
    event.clock,
    event.period_length,
    event.window_seconds,
    tag.side,
    tag.player_id,
    tag.code,
    goal.event_no as goal_no,
    case when goal.event_no is null then event.class else goal.class end as class
from base_tag as tag
join base_stat_event as event on event.event_no = tag.first_event_no
left join goal
    on goal.game_id = event.game_id
    and goal.period = event.period
    and goal.side = tag.side
    and event.event_no > goal.last_goal_no
    and event.event_no <= goal.event_no
where tag.kind = 'event' and tag.code in ('AssistPrimary', 'AssistSecondary')
