-- base_event_run: the runs of events that an event belongs to: possession sequence, play,
-- zone stint, event chain, events of one team in a row (warehouse page 11, 1).
-- The last earlier event of some kind is the greatest order of such events before this one;
-- a code packed into its lowest digits says what that event was.
-- sequence_start_no: the event that the sequence begins with, one key for game and sequence.
-- grain: one row per event
-- by: game
-- analyze: event_no, game_id, event_order, sequence_no, sequence_start_no, play_no, chain_no
with
last_known as (
    select
        event_no,
        game_id,
        period,
        event_order,
        side,
        clock,
        home_zone,
        is_dead,
        is_puck,
        is_faceoff,
        lag(event_order) over so_far is null as is_period_start,
        -- a stretch ends with a dead event, a stoppage, a goal or a giveaway
        is_dead
            or coalesce(lag(is_dead or is_stoppage or is_goal or is_giveaway) over so_far, true)
            as is_stretch_start,
        side is distinct from lag(side) over so_far as is_side_change,
        coalesce(lag(end_clock) over so_far - clock > 5, true) or is_faceoff as is_chain_start,
        max(event_order * 2 + (side = 'home')::integer)
            filter (where is_puck and side is not null) over before_it as last_puck,
        max(event_order * 4 + position(home_zone in 'odn'))
            filter (where home_zone is not null) over before_it as last_zone
    from base_event_flag
    window
        so_far as (partition by game_id, period order by event_order),
        before_it as (
            partition by game_id, period order by event_order
            rows between unbounded preceding and 1 preceding
        )
),

stretches as (
    select
        *,
        max(event_order) filter (where is_stretch_start) over so_far as stretch_order,
        max(event_order) filter (where is_side_change) over so_far as side_order,
        last_zone % 4 <> position(home_zone in 'odn') as is_zone_change
    from last_known
    window so_far as (partition by game_id, period order by event_order)
),

starts as (
    select
        *,
        is_puck and side is not null and (
            is_faceoff
            or last_puck is null
            or last_puck / 2 < stretch_order
            or last_puck % 2 <> (side = 'home')::integer
        ) as is_sequence_start
    from stretches
),

sequences as (
    select
        *,
        count(*) filter (where is_sequence_start) over (
            partition by game_id order by period, event_order
        ) as sequence_no,
        max(event_order) filter (where is_sequence_start) over (
            partition by game_id, period order by event_order
        ) as sequence_order
    from starts
),

members as (
    select
        *,
        coalesce(sequence_order >= stretch_order and not is_dead, false) as is_in_sequence
    from sequences
),

plays as (
    select
        *,
        is_in_sequence and (
            is_sequence_start
            or coalesce(is_zone_change and last_zone / 4 >= sequence_order, false)
        ) as is_play_start
    from members
)

select
    event_no,
    game_id,
    event_order,
    case when is_in_sequence then sequence_no end::integer as sequence_no,
    case when is_in_sequence then game_id::bigint * 100000 + sequence_order end
        as sequence_start_no,
    case when is_in_sequence then
        count(*) filter (where is_play_start) over in_game
    end::integer as play_no,
    (count(*) filter (where is_period_start or is_zone_change) over in_game)::integer
        as zone_stint_no,
    (count(*) filter (where is_chain_start) over in_game)::integer as chain_no,
    case when side is null then 1 else event_order - side_order + 1 end::integer
        as consecutive_team_events,
    last_zone
from plays
window in_game as (partition by game_id order by period, event_order)
order by event_no
