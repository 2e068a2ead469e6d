-- base_lineup_player: who is on the ice in a shift (page 20, 3): a player, or number, that stands
-- in two slots of one side counts in the first one in the order F1 F2 F3 D1 D2 X G.
-- place: order of the slots. slot_no: one number for shift_no, side and place; side_no: for the
-- first two. start_elapsed, end_elapsed: game seconds played; NULL where the length of a period is
-- unknown. logical_shift: a player's shifts without a break, which go on as long as one shift ends
-- where the next one starts in the same period, have one number; segment: the place in them.
-- qot_rating: the mean rating of the skaters of his side without himself; of a goalie, or a player
-- whose rating is unknown, that of them all.
-- grain: one row per shift and player
-- by: game
-- analyze: player_id, position, side_no, player_no
with
-- A number that nobody known wears is the number of its side.
placed as (
    select
        player_no,
        shift_no * 16 + case side when 'home' then 0 else 8 end + place as slot_no,
        case when player_no is null then slot.game_id || ' ' || side || ' ' || jersey end
            as unknown,
        period,
        start_clock,
        end_clock,
        start_clock - end_clock as shift_duration,
        shift_no,
        side,
        position,
        place,
        jersey,
        player_id,
        rating
    from base_lineup_slot as slot
    join base_lineup using (lineup_no)
    where not repeated and shift_id is not null
),
continued as (
    select
        *,
        row_number() over so_far as shift_count,
        sum(shift_duration) over so_far as running_toi,
        coalesce(
            lag(period) over so_far = period and lag(end_clock) over so_far = start_clock, false
        ) as goes_on
    from placed
    window so_far as (
        partition by player_no, unknown order by slot_no
        rows between unbounded preceding and current row
    )
),
numbered as materialized (
    select
        slot_no,
        shift_no,
        side,
        position,
        place,
        jersey,
        player_id,
        player_no,
        rating,
        shift_duration,
        running_toi,
        (count(*) filter (where not goes_on) over so_far)::integer as logical_shift,
        max(slot_no) filter (where not goes_on) over so_far as first_slot_no,
        (shift_count - max(shift_count) filter (where not goes_on) over so_far)::integer + 1
            as segment
    from continued
    window so_far as (
        partition by player_no, unknown order by slot_no
        rows between unbounded preceding and current row
    )
),
logical as (
    select
        first_slot_no,
        max(segment) as segments,
        sum(shift_duration) as logical_duration
    from numbered
    group by first_slot_no
),
player as (
    select *
    from numbered
    join logical using (first_slot_no)
    order by shift_no, slot_no
)
select
    l.game_id,
    shift_index,
    shift_no,
    slot_no,
    slot_no / 8 as side_no,
    shift_id,
    l.period,
    side,
    position,
    place,
    jersey,
    player_id,
    player_no,
    start_clock,
    end_clock,
    start_elapsed + length - start_clock as start_elapsed,
    start_elapsed + length - end_clock as end_elapsed,
    p.shift_duration,
    rating,
    case
        when position = 'G' or rating is null then rating_sum / nullif(rating_count, 0)
        else (rating_sum - rating) / nullif(rating_count - 1, 0)
    end as qot_rating,
    running_toi,
    logical_shift,
    segment,
    segments,
    logical_duration
from player as p
join base_lineup as l using (shift_no)
join base_period as t on t.game_id = l.game_id and t.period = l.period
cross join lateral (
    select
        (case side when 'home' then home_rating_sum else away_rating_sum end)::double precision
            as rating_sum,
        case side when 'home' then home_rating_count else away_rating_count end as rating_count
) as team
order by shift_no, slot_no
