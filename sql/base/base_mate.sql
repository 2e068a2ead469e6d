-- base_mate: how long a skater was on the ice with each of his side's other skaters, and what
-- happened then (page 30, block S): the pairs of fact_h2h in both directions. defense_seconds: both
-- in the slots of defenders.
-- grain: one row per game, skater and mate
-- by: game, player
-- keep: yes
-- analyze: game_id, player_id, mate_id
with
defense as (
    select
        one.game_id,
        one.player_id as player_1_id,
        two.player_id as player_2_id,
        sum(one.shift_duration) as seconds
    from base_lineup_player as one
    join base_lineup_player as two on two.side_no = one.side_no
    where one.position = 'D1' and two.position = 'D2' and one.period <= 4
    group by one.game_id, one.player_id, two.player_id
),
pair as (
    select
        game_id,
        player_1_id,
        player_2_id,
        toi_together,
        corsi_for,
        corsi_against,
        0::double precision as defense_seconds
    from fact_h2h
    union all
    select game_id, player_1_id, player_2_id, 0, 0, 0, seconds
    from defense
    where player_1_id is not null and player_2_id is not null
),
mate as (
    select *, player_1_id as player_id, player_2_id as mate_id from pair
    union all
    select *, player_2_id, player_1_id from pair
)
select
    game_id,
    player_id,
    mate_id,
    sum(toi_together) as seconds,
    sum(corsi_for)::integer as cf,
    sum(corsi_against)::integer as ca,
    sum(defense_seconds) as defense_seconds
from mate
group by game_id, player_id, mate_id
