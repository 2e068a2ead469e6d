-- base_trio: how long three skaters of a side were on the ice together (page 30, block S), the
-- smallest player_id first. Periods 1 to 4.
-- grain: one row per game and three skaters
-- by: game
-- keep: yes
with
-- A side has at most six skaters on the ice: F1, F2, F3, D1, D2 and X.
pick as materialized (
    select i, j, k
    from generate_series(1, 4) as i
    cross join generate_series(2, 5) as j
    cross join generate_series(3, 6) as k
    where i < j and j < k
),
line as (
    select
        game_id,
        array_agg(player_id order by player_id) as skaters,
        max(shift_duration) as seconds
    from fact_shift_players
    where player_id is not null and position <> 'G' and period between 1 and 4
    group by game_id, shift_id, venue
)
select
    game_id,
    skaters[i] as player_1,
    skaters[j] as player_2,
    skaters[k] as player_3,
    sum(seconds) as seconds
from line
join pick on k <= cardinality(skaters)
group by game_id, skaters[i], skaters[j], skaters[k]
