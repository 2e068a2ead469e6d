-- base_video_stretch: seconds of video that are not on the game clock, for the stretches of events
-- between two breaks (warehouse page 11, 2). Of a workbook the recorded breaks are added up, in the
-- order of the sheet, until one is of unknown length or a period starts without an intermission:
-- then there is no stretch. Where the workbook holds the seconds itself, a break, which holds none,
-- has those of the last event before it. A save knows where its periods start in the video.
-- grain: one row per game and stretch: of a workbook the events after after_order up to to_order in
-- the sheet; of a save those of a period from second from_video up to to_video of the video
-- by: game
-- analyze: game_id
with
frames as (
    select
        game_id,
        sheet_order,
        event_type = 'Intermission' as is_intermission,
        case when is_break then coalesce(duration, 0) end as break_seconds
    from base_event
    inner join base_event_code using (code_no)
    where source = 'tracking' and is_frame
),

ordinary as (
    select game_id, period, sheet_order, intermission_cell
    from base_event
    where source = 'tracking'
        and code_no not in (select code_no from base_event_code where is_frame)
),

period_starts as (
    select
        s.game_id,
        s.period,
        s.sheet_order,
        coalesce(max(f.sheet_order), 0) as intermission_order
    from (
        select game_id, period, min(sheet_order) as sheet_order
        from ordinary
        group by game_id, period
    ) as s
    left join frames as f
        on f.game_id = s.game_id and f.is_intermission and f.sheet_order < s.sheet_order
    group by s.game_id, s.period, s.sheet_order
),

-- a period that follows an event of an earlier one with no intermission between them
unannounced as (
    select distinct on (s.game_id, s.period)
        s.game_id,
        s.sheet_order,
        e.period < s.period as is_unannounced
    from period_starts as s
    inner join ordinary as e
        on e.game_id = s.game_id
        and e.sheet_order > s.intermission_order
        and e.sheet_order < s.sheet_order
    order by s.game_id, s.period, e.sheet_order desc
),

unknown as (
    select game_id, min(last_known) as last_known
    from (
        select game_id, sheet_order as last_known from frames where break_seconds = 0
        union all
        select game_id, sheet_order - 1 from unannounced where is_unannounced
    ) as u
    group by game_id
),

filled as (
    select distinct game_id from ordinary where intermission_cell is not null
),

breaks as (
    select game_id, 0 as after_order, 0 as break_seconds
    from base_game
    where kind = 'tracking'
    union all
    select game_id, sheet_order, break_seconds
    from frames
),

summed as (
    select
        game_id,
        after_order,
        lead(after_order) over so_far as next_order,
        coalesce(sum(break_seconds) over so_far, 0) as seconds
    from breaks
    window so_far as (
        partition by game_id order by after_order
        rows between unbounded preceding and current row
    )
),

known as (
    select
        s.game_id,
        s.after_order,
        least(
            s.next_order - case when f.game_id is null then 0 else 1 end, u.last_known, 2147483647
        ) as to_order,
        s.seconds
    from summed as s
    left join unknown as u on u.game_id = s.game_id
    left join filled as f on f.game_id = s.game_id
),

before_frames as (
    select distinct on (f.game_id, f.sheet_order)
        f.game_id,
        f.sheet_order,
        e.sheet_order as kept_order,
        e.intermission_cell
    from filled as g
    inner join frames as f on f.game_id = g.game_id
    left join ordinary as e on e.game_id = f.game_id and e.sheet_order < f.sheet_order
    order by f.game_id, f.sheet_order, e.sheet_order desc
),

timeouts as (
    select
        o.game_id,
        o.period,
        o.video_start,
        t.video_start as from_video,
        t.duration
    from (
        select
            g.game_id,
            g.file_id,
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
    ) as o
    cross join lateral (
        select '-infinity'::double precision as video_start, 0::double precision as duration
        union all
        select text_double(t.video_start), text_double(t.duration)
        from raw.timeout as t
        where t.file_id = o.file_id
            and case t.period when 'OT' then 4 else text_integer(t.period) end = o.period
            and text_double(t.video_start) is not null
    ) as t
)

select
    game_id,
    after_order,
    to_order,
    seconds,
    null::integer as period,
    null::double precision as video_start,
    null::double precision as from_video,
    null::double precision as to_video
from known
where after_order < to_order
union all
select
    b.game_id,
    b.sheet_order - 1,
    b.sheet_order,
    case when b.kept_order is null then 0 else coalesce(b.intermission_cell, k.seconds) end,
    null,
    null,
    null,
    null
from before_frames as b
left join known as k
    on k.game_id = b.game_id and b.kept_order > k.after_order and b.kept_order <= k.to_order
union all
select
    game_id,
    null,
    null,
    coalesce(sum(duration) over so_far, 0),
    period,
    video_start,
    from_video,
    coalesce(lead(from_video) over so_far, 'infinity')
from timeouts
window so_far as (
    partition by game_id, period order by from_video
    rows between unbounded preceding and current row
)
