-- fact_shift_players__ice_time_adds_up: the running ice time ends with the sum of a player's
-- shifts; his logical shifts are numbered from 1, have one first and one last row and together
-- last as long.
with
logical as (
    select
        game_id,
        player_id,
        logical_shift_number,
        count(*) as segments,
        max(shift_segment) as last_segment,
        count(*) filter (where is_first_segment) as first_rows,
        count(*) filter (where is_last_segment) as last_rows,
        sum(shift_duration) as seconds,
        min(logical_shift_duration) as least,
        max(logical_shift_duration) as greatest,
        max(running_toi_game) as running
    from fact_shift_players
    where player_id is not null
    group by game_id, player_id, logical_shift_number
),
total as (
    select
        game_id,
        player_id,
        count(*) as shifts,
        max(logical_shift_number) as last_number,
        sum(seconds) as seconds,
        max(running) as running
    from logical
    group by game_id, player_id
)
select game_id, player_id, logical_shift_number
from logical
where segments <> last_segment
    or first_rows <> 1
    or last_rows <> 1
    or abs(least - seconds) > 1e-6
    or abs(greatest - seconds) > 1e-6
union all
select game_id, player_id, null
from total
where shifts <> last_number or abs(seconds - running) > 1e-6
