-- base_assist: the assists (page 30, 2): a tag AssistPrimary or AssistSecondary on a row of the
-- event's team, once per player and play. goal_no: the first own goal at or after the tagged event
-- in its period, NULL if none. class: of that goal, else of the tagged event.
-- grain: one row per assist
-- by: game
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
left join base_goal as goal
    on goal.event_no = case tag.side
        when 'home' then event.home_goal_no
        when 'away' then event.away_goal_no
    end
where tag.kind = 'event' and tag.code in ('AssistPrimary', 'AssistSecondary')
