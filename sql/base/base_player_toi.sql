-- base_player_toi: a player's ice time in the game so far, at the events he took part in and
-- at the start of each of his line-ups (warehouse page 11, 1).
-- Every interval counts t - start from its start on and gives t - end back from its end on;
-- so the ice time at t is t times the open intervals less the sum of their bounds, in one
-- pass over a player's intervals and events. Overlapping intervals count both.
-- grain: one row per player and event role (shift_index NULL), or per player and line-up
-- by: game
-- analyze: game_id, event_no, role, shift_index
with
moments as (
    select
        player_id,
        game_id,
        start_elapsed as at,
        1 as step,
        shift_index,
        side,
        position,
        rating,
        null::bigint as event_no,
        null::text as role
    from base_lineup_player
    where player_id is not null

    union all

    select player_id, game_id, end_elapsed, -1, null, null, null, null, null, null
    from base_lineup_player
    where player_id is not null

    union all

    select
        p.player_id,
        p.game_id,
        e.elapsed_start,
        0,
        null,
        null,
        null,
        null,
        e.event_no,
        p.role
    from base_event_player as p
    inner join base_event_flag as e on e.event_no = p.event_no
    where p.player_id is not null
),

running as (
    select
        *,
        at * sum(step) over so_far - sum(step * at) over so_far as toi,
        count(shift_index) over (partition by player_id, game_id) as lineup_count
    from moments
    window so_far as (
        partition by player_id, game_id order by at
        rows between unbounded preceding and current row
    )
)

select
    game_id,
    player_id,
    event_no,
    role,
    shift_index,
    side,
    position,
    rating,
    at,
    toi
from running
where step >= 0 and lineup_count > 0
