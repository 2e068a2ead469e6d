-- base_event_flag: every event with its place in time, what its code says of it, and the runs that
-- it belongs to: possession sequence, play, zone stint, event chain, events of one team in a row
-- (warehouse page 11, 1 and 2).
-- The last earlier event of some kind is the greatest order of such events before this one;
-- a code packed into its lowest digits says what that event was. Orders rise by one.
-- sequence_start_no: the event that the sequence begins with. sequence_side: that of its events
-- with the puck. goal_difference: before the event. is_after_faceoff: a face-off, or what follows
-- one in that second.
-- grain: one row per event
-- by: game
-- analyze: event_no, game_id, period
with
coded as (
    select
        e.game_id,
        e.period,
        e.event_order,
        e.clock,
        e.end_clock,
        e.side,
        c.is_faceoff,
        c.is_dead,
        c.is_dead or c.is_stoppage or c.is_goal or c.is_giveaway as is_stretch_end,
        c.is_puck and e.side is not null as is_own_puck,
        position(
            case e.side when 'home' then e.zone when 'away' then mirrored_zone(e.zone) end in 'odn'
        ) as zone_digit,
        case when c.is_goal then case e.side when 'home' then 1 when 'away' then -1 end end
            as home_goal,
        e.event_no,
        e.event_index,
        e.code_no,
        e.start_elapsed,
        e.length,
        e.zone,
        e.linked_event_index,
        e.successful,
        e.duration,
        e.is_highlight,
        e.source = 'save' as is_saved,
        v.seconds,
        v.video_start + (e.start_elapsed + e.length - e.clock - e.start_elapsed) as video_second,
        case when not c.is_frame then e.intermission_cell end as intermission_cell
    from base_event as e
    inner join base_event_code as c on c.code_no = e.code_no
    left join base_video_stretch as v
        on v.game_id = e.game_id
        and (
            e.sheet_order > v.after_order and e.sheet_order <= v.to_order
            or e.period = v.period
            and v.video_start + (e.start_elapsed + e.length - e.clock - e.start_elapsed)
                >= v.from_video
            and v.video_start + (e.start_elapsed + e.length - e.clock - e.start_elapsed)
                < v.to_video
        )
    -- all this is computed once
    offset 0
),

last_known as (
    select
        *,
        max(event_order) over before_it is null as is_period_start,
        is_faceoff or coalesce(lag(end_clock) over before_it - clock > 5, true) as is_chain_start,
        is_faceoff or coalesce(min(clock) filter (where is_faceoff) over before_it = clock, false)
            as is_after_faceoff,
        side is distinct from lag(side) over before_it as is_side_change,
        max(event_order) filter (where is_stretch_end) over before_it as last_end_order,
        max(event_order * 2 + (side = 'home')::integer) filter (where is_own_puck) over before_it
            as last_puck,
        max(event_order * 4 + zone_digit) over before_it as last_zone
    from coded
    window before_it as (
        partition by game_id, period order by event_order
        rows between unbounded preceding and 1 preceding
    )
),

-- a stretch ends with a dead event, a stoppage, a goal or a giveaway
starts as (
    select
        *,
        is_period_start or last_zone % 4 <> zone_digit as is_stint_start,
        is_own_puck and (
            is_faceoff
            or last_puck is null
            or last_puck / 2 <= last_end_order
            or last_puck % 2 <> (side = 'home')::integer
        ) as is_sequence_start,
        case
            when is_own_puck then side
            when is_dead or last_puck / 2 <= last_end_order then null
            when last_puck % 2 = 1 then 'home'
            when last_puck % 2 = 0 then 'away'
        end as sequence_side
    from last_known
),

sequences as (
    select
        *,
        max(event_order) filter (where is_side_change) over so_far as side_order,
        max(event_order) filter (where is_sequence_start) over so_far as sequence_order
    from starts
    window so_far as (
        partition by game_id, period order by event_order
        rows between unbounded preceding and current row
    )
),

runs as (
    select
        *,
        count(*) filter (where is_sequence_start) over in_game as sequence_count,
        count(*) filter (
            where is_sequence_start
                or is_stint_start and sequence_side is not null and last_zone / 4 >= sequence_order
        ) over in_game as play_count,
        count(*) filter (where is_stint_start) over in_game as stint_count,
        count(*) filter (where is_chain_start) over in_game as chain_count,
        sum(home_goal) over in_game as home_lead
    from sequences
    window in_game as (
        partition by game_id order by period, event_order
        rows between unbounded preceding and current row
    )
)

select
    event_no,
    game_id,
    period,
    event_order,
    event_index,
    r.code_no,
    side,
    clock,
    end_clock,
    start_elapsed,
    start_elapsed + length - clock as elapsed_start,
    start_elapsed + length - end_clock as elapsed_end,
    length as period_length,
    case side when 'home' then zone when 'away' then mirrored_zone(zone) end as home_zone,
    zone,
    linked_event_index,
    successful,
    duration,
    is_highlight,
    case
        when is_saved then video_second + seconds - (start_elapsed + length - clock)
        else coalesce(intermission_cell, seconds)
    end as running_intermission_duration,
    case
        when is_saved then video_second + seconds
        else start_elapsed + length - clock + coalesce(intermission_cell, seconds)
    end as running_video_time,
    c.event_type,
    c.is_dead,
    c.is_stoppage,
    c.is_faceoff,
    is_after_faceoff,
    c.is_goal,
    c.is_sog,
    c.is_shot_goal,
    c.is_pass_completed,
    c.is_rebound,
    c.is_giveaway,
    c.is_turnover,
    c.is_zone_entry,
    c.is_zone_exit,
    c.is_zone_entry and c.is_controlled as is_controlled_entry,
    c.is_tipped,
    c.is_quick_shot,
    last_zone,
    case when sequence_side is not null then sequence_count::integer end as sequence_no,
    case when sequence_side is not null then game_id::bigint * 100000 + sequence_order end
        as sequence_start_no,
    sequence_side,
    case when sequence_side is not null then play_count::integer end as play_no,
    stint_count::integer as zone_stint_no,
    chain_count::integer as chain_no,
    case when side is null then 1 else event_order - side_order + 1 end as consecutive_team_events,
    case side
        when 'home' then coalesce(home_lead, 0)
        when 'away' then - coalesce(home_lead, 0)
    end - c.is_goal::integer as goal_difference
from runs as r
inner join base_event_code as c on c.code_no = r.code_no
order by game_id, period, event_order
