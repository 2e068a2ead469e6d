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
    select game_id, player_id, 0::double precision as at, 0 as step
    from base_lineup_player
    where player_id is not null and segment = 1

    union all

    select game_id, player_id, start_elapsed, 1
    from base_lineup_player
    where player_id is not null and segment = 1

    union all

    select game_id, player_id, end_elapsed, -1
    from base_lineup_player
    where player_id is not null and segment = segments
),

changes as (
    select game_id, player_id, at, sum(step) as step
    from moments
    group by game_id, player_id, at
    having sum(step) <> 0 or at = 0
),

running as (
    select
        game_id,
        player_id,
        at,
        (sum(step) over so_far)::bigint as steps,
        sum(step * at) over so_far as sums
    from changes
    window so_far as (
        partition by game_id, player_id order by at
        rows between unbounded preceding and current row
    )
)

select
    game_id,
    player_id,
    array_agg(at order by at) as bounds,
    array_agg(steps order by at) as steps,
    array_agg(sums order by at) as sums
from running
group by game_id, player_id
