-- base_event_video: seconds of video before an event that are not on the game clock, and
-- its second in the video (warehouse page 11, 2). A workbook may hold the seconds itself;
-- a save knows where its periods start in the video; otherwise the recorded breaks are added
-- up, in the order of the sheet, until one is of unknown length.
-- grain: one row per event
-- by: game
-- analyze: event_no
with
events as (
    select
        event_no,
        game_id,
        period,
        sheet_order,
        duration,
        intermission_cell,
        elapsed_start,
        elapsed_start - start_elapsed as period_second,
        is_break,
        is_frame,
        event_type = 'Intermission' as is_intermission
    from base_event_flag
),

ordinary as (
    select
        game_id,
        sheet_order,
        period > lag(period) over (partition by game_id order by sheet_order)
            and sheet_order = min(sheet_order) over (partition by game_id, period)
            as is_new_period,
        lag(sheet_order) over (partition by game_id order by sheet_order) as before_order
    from events
    where not is_frame
),

counted as (
    select
        e.*,
        coalesce(o.is_new_period, false) as is_new_period,
        o.before_order,
        coalesce(sum(e.duration) filter (where e.is_break) over before_it, 0) as break_seconds,
        max(e.sheet_order) filter (where e.is_intermission) over before_it as intermission_order,
        coalesce(
            bool_or(e.is_break and coalesce(e.duration, 0) = 0) over before_it, false
        ) as is_after_unknown_break
    from events as e
    left join ordinary as o on o.game_id = e.game_id and o.sheet_order = e.sheet_order
    window before_it as (
        partition by e.game_id order by e.sheet_order
        rows between unbounded preceding and 1 preceding
    )
),

summed as (
    select
        *,
        case when not (
            is_after_unknown_break
            or bool_or(is_new_period and coalesce(intermission_order < before_order, true))
                over (partition by game_id order by sheet_order)
        ) then break_seconds end as known_break_seconds,
        bool_or(intermission_cell is not null and not is_frame) over (partition by game_id)
            as has_own_value,
        max(sheet_order) filter (where not is_frame) over (
            partition by game_id order by sheet_order
        ) as kept_order
    from counted
),

workbooks as (
    select
        e.*,
        case
            when not e.has_own_value then e.known_break_seconds
            when not e.is_frame then coalesce(e.intermission_cell, e.known_break_seconds)
            when e.kept_order is null then 0
            else coalesce(k.intermission_cell, k.known_break_seconds)
        end as intermission_seconds
    from summed as e
    left join summed as k
        on e.is_frame and k.game_id = e.game_id and k.sheet_order = e.kept_order
),

offsets as (
    select
        g.game_id,
        o.period,
        o.video_start
    from base_game as g
    inner join raw.tracking as t on t.file_id = g.file_id
    cross join lateral (
        values
        (1, text_double(t.video_1)),
        (2, text_double(t.video_2)),
        (3, text_double(t.video_3)),
        (4, text_double(t.video_ot))
    ) as o (period, video_start)
    where g.kind = 'save'
),

timeouts as (
    select
        g.game_id,
        case t.period when 'OT' then 4 else text_integer(t.period) end as period,
        text_double(t.video_start) as video_start,
        text_double(t.duration) as duration
    from base_game as g
    inner join raw.timeout as t on t.file_id = g.file_id
    where g.kind = 'save'
),

saves as (
    select
        e.event_no,
        o.video_start + e.period_second + coalesce(sum(t.duration), 0) as video_second
    from events as e
    inner join offsets as o on o.game_id = e.game_id and o.period = e.period
    left join timeouts as t
        on t.game_id = e.game_id
        and t.period = e.period
        and t.video_start <= o.video_start + e.period_second
    group by e.event_no, o.video_start, e.period_second
)

select
    e.event_no,
    case g.kind
        when 'save' then s.video_second - e.elapsed_start
        else e.intermission_seconds
    end as running_intermission_duration,
    case g.kind
        when 'save' then s.video_second
        else e.elapsed_start + e.intermission_seconds
    end as running_video_time
from workbooks as e
inner join base_game as g on g.game_id = e.game_id
left join saves as s on s.event_no = e.event_no
order by e.event_no
