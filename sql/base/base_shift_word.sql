-- base_shift_word: what the events of a shift say of its start and end (page 20, 2 E): the word
-- for a start or stop that the tracker left open, and the zone of the first and last event.
-- The tail of a shift is what follows its last event of another type than Stoppage, Goal, Penalty
-- and Penalty_Delayed; dead time is skipped. A goal in it says more than a penalty, that more
-- than a stoppage.
-- grain: one row per shift with an event
-- by: game
with
event as (
    select
        lineup.game_id,
        lineup.shift_id,
        flag.event_no,
        flag.side,
        flag.home_zone,
        flag.is_dead,
        flag.is_goal,
        code.is_penalty,
        flag.is_stoppage,
        code.event_type,
        code.event_detail,
        coalesce(code.event_type in ('Stoppage', 'Penalty', 'Penalty_Delayed'), false) as is_pause
    from base_event_lineup as lineup
    join base_event_flag as flag using (event_no)
    join base_event_code as code using (code_no)
),
placed as (
    select
        *,
        max(event_no) filter (
            where not is_dead and not is_pause and event_type is distinct from 'Goal'
        ) over (partition by shift_id) as last_play_no
    from event
),
told as (
    select
        game_id,
        shift_id,
        (array_agg(event_type || '/' || coalesce(event_detail, '') order by event_no)
            filter (where not is_dead and not is_pause))[1] as first_play,
        (array_agg(home_zone order by event_no) filter (where home_zone is not null))[1]
            as first_zone,
        (array_agg(home_zone order by event_no desc) filter (where home_zone is not null))[1]
            as last_zone,
        (array_agg(coalesce(initcap(side) || ' ', '') || 'Goal' order by event_no desc)
            filter (where is_goal and event_no > coalesce(last_play_no, 0)))[1] as last_goal,
        (array_agg(coalesce(initcap(side) || ' ', '') || 'Penalty' order by event_no desc)
            filter (where is_penalty and event_no > coalesce(last_play_no, 0)))[1] as last_penalty,
        bool_or(is_stoppage and event_no > coalesce(last_play_no, 0)) as has_stoppage
    from placed
    group by game_id, shift_id
)
select
    game_id,
    shift_id,
    case
        when first_play = 'Faceoff/Faceoff_AfterGoal' then 'FaceoffAfterGoal'
        when first_play = 'Faceoff/Faceoff_AfterPenalty' then 'FaceoffAfterPenalty'
        when first_play like 'Faceoff/%' then 'OtherFaceoff'
        else 'OnTheFly'
    end as start_word,
    coalesce(
        last_goal, last_penalty, case when has_stoppage then 'Stoppage' end, 'OnTheFly'
    ) as stop_word,
    first_zone,
    last_zone
from told
