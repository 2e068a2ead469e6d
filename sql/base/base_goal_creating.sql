-- base_goal_creating: the actions that created a goal (page 30, O): the last two plays of the
-- scoring team before the shot of the goal, in its sequence. One that serves two counts once.
-- grain: one row per event
-- by: game
-- analyze: event_no
with
ranked as (
    select
        event.event_no,
        event.game_id,
        event.period,
        event.side,
        row_number() over (partition by shot.event_no order by event.event_no desc) as place
    from base_shot as shot
    join base_stat_event as event
        on event.sequence_start_no = shot.sequence_start_no
        and event.side = shot.side
        and event.event_no < shot.event_no
    where shot.is_scored and event.event_type in (
        'Pass', 'Possession', 'Zone_Entry_Exit', 'Turnover', 'LoosePuck', 'Faceoff', 'Shot', 'Play'
    )
)
select distinct event_no, game_id, period, side
from ranked
where place <= 2
