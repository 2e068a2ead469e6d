-- base_trio: how long three skaters of a side were on the ice together (page 30, block S), their
-- player_ids with commas, the smallest first. Periods 1 to 4.
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
picked as (
    select
        game_id,
        skater_nos[i] as one,
        skater_nos[j] as two,
        skater_nos[k] as three,
        shift_duration
    from base_shift_side
    join pick on k <= cardinality(skater_nos)
    where period between 1 and 4
    offset 0
),
-- The numbers of players stand in the order of player_id.
trio as (
    select
        min(game_id) as game_id,
        least(one, two, three) as player_1_no,
        greatest(least(one, two), least(greatest(one, two), three)) as player_2_no,
        greatest(one, two, three) as player_3_no,
        sum(shift_duration) as seconds
    from picked
    group by player_1_no, player_2_no, player_3_no
),
player as (
    select home_player_no as player_no, home_player_id as player_id from base_number
    union
    select away_player_no, away_player_id from base_number
)
select
    game_id,
    concat_ws(',', one.player_id, two.player_id, three.player_id) as player_ids,
    seconds
from trio
join player as one on one.player_no = player_1_no
join player as two on two.player_no = player_2_no
join player as three on three.player_no = player_3_no
