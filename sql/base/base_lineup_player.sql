-- base_lineup_player: who is on the ice in a shift (page 20, 3): a player, or number, that stands
-- in two slots of one side counts in the first one in the order F1 F2 F3 D1 D2 X G.
-- slot_no: one number for shift, side and place in that order; side_no: for the first two.
-- start_elapsed, end_elapsed: game seconds played; NULL where the length of a period is unknown.
-- logical_shift: a player's shifts without a break, which go on as long as one shift ends
-- where the next one starts in the same period, have one number; segment: the place in them.
-- qot_rating: the mean rating of the skaters of his side without himself; of a goalie, or a player
-- whose rating is unknown, that of them all.
-- grain: one row per shift and player
-- by: game
-- analyze: position, side_no, player_no
with
-- A number that nobody known wears is the number of its side. Moments tell apart the end of a
-- period and the start of the next one.
placed as (
    select
        player_no,
        shift_no * 16 + slot as slot_no,
        case when player_no is null then game_id || ' ' || (slot > 7)::integer || ' ' || jersey end
            as unknown,
        shift_no,
        jersey,
        player_id,
        rating,
        start_clock - end_clock as shift_duration,
        period * 100000 - start_clock as start_moment,
        period * 100000 - end_clock as end_moment
    from base_lineup_slot
    join base_lineup using (lineup_no)
    where not repeated and shift_id is not null
),
continued as (
    select
        *,
        coalesce(
            lag(end_moment) over (partition by player_no, unknown order by slot_no) = start_moment,
            false
        ) as goes_on
    from placed
),
numbered as (
    select
        *,
        row_number() over so_far as place,
        sum(shift_duration) over so_far as running_toi,
        count(*) filter (where not goes_on) over so_far as logical_shift
    from continued
    window so_far as (
        partition by player_no, unknown order by slot_no
        rows between unbounded preceding and current row
    )
),
logical as (
    select
        *,
        min(place) over run as first_place,
        count(*) over run as segments,
        sum(shift_duration) over run as logical_duration
    from numbered
    window run as (partition by player_no, unknown, logical_shift)
)
select
    game_id,
    shift_index,
    slot_no,
    slot_no / 8 as side_no,
    period,
    case when slot_no % 16 < 8 then 'home' else 'away' end as side,
    (
        '{F1,F2,F3,D1,D2,X,G,F1,F2,F3,D1,D2,X,G}'::text[]
    )[(slot_no % 16)::integer] as position,
    jersey,
    player_id,
    player_no,
    start_elapsed,
    end_elapsed,
    shift_duration,
    rating,
    case
        when slot_no % 16 in (7, 14) or rating is null then rating_sum / nullif(rating_count, 0)
        else (rating_sum - rating) / nullif(rating_count - 1, 0)
    end as qot_rating,
    running_toi,
    logical_shift::integer as logical_shift,
    (place - first_place)::integer + 1 as segment,
    segments::integer as segments,
    logical_duration
from logical
join base_lineup using (shift_no)
cross join lateral (
    select
        (case when slot_no % 16 < 8 then home_rating_sum else away_rating_sum end)
            ::double precision as rating_sum,
        case when slot_no % 16 < 8 then home_rating_count else away_rating_count end
            as rating_count
) as team
