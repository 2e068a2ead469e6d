-- base_player_toi: from what a player's ice time so far follows, whenever in the game it is asked
-- (warehouse page 11, 1; function ice_time).
-- Every interval counts t - start from its start on and gives t - end back from its end on; so the
-- ice time at t is t times the intervals that are open less the sum of their bounds. Where one
-- interval follows another nothing changes: so those of a logical shift are one. Where two overlap,
-- both count.
-- bounds: the seconds at which that changes, 0 first. steps, sums: from the bound on, how many
-- intervals are open and the sum to be taken off.
-- grain: one row per player and game with a line-up
-- by: game
-- analyze: game_id, player_id
with
moments as (
    select player_no, 0::double precision as at, 0 as step
    from base_lineup_player
    where player_no is not null and logical_shift = 1 and segment = 1

    union all

    select player_no, start_elapsed, 1
    from base_lineup_player
    where player_no is not null and segment = 1

    union all

    select player_no, end_elapsed, -1
    from base_lineup_player
    where player_no is not null and segment = segments
),

changes as (
    select player_no, at, sum(step) as step
    from moments
    group by player_no, at
    having sum(step) <> 0 or at = 0
),

running as (
    select
        player_no,
        at,
        (sum(step) over so_far)::bigint as steps,
        sum(step * at) over so_far as sums
    from changes
    window so_far as (
        partition by player_no order by at rows between unbounded preceding and current row
    )
),

gathered as (
    select
        player_no,
        array_agg(at) as bounds,
        array_agg(steps) as steps,
        array_agg(sums) as sums
    from (select * from running order by player_no, at) as in_time
    group by player_no
),

player as (
    select game_id, home_player_no as player_no, home_player_id as player_id from base_number
    union
    select game_id, away_player_no, away_player_id from base_number
)

select
    game_id,
    player_id,
    bounds,
    steps,
    sums
from gathered
inner join player using (player_no)
