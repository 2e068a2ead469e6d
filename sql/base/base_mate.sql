-- base_mate: how long a skater was on the ice with each of his side's other skaters, and what
-- happened then (page 30, block S). defense_seconds: both in the slots of defenders. Both
-- directions of a pair; periods 1 to 4.
-- grain: one row per game, skater and mate
-- by: game
-- keep: yes
-- analyze: game_id, player_id, mate_id
with
skater as (
    select
        game_id,
        shift_id,
        venue,
        player_id,
        position in ('D1', 'D2') as is_defender,
        shift_duration,
        cf,
        ca
    from fact_shift_players
    where player_id is not null and position <> 'G' and period between 1 and 4
)
select
    own.game_id,
    own.player_id,
    mate.player_id as mate_id,
    sum(own.shift_duration) as seconds,
    sum(own.cf)::integer as cf,
    sum(own.ca)::integer as ca,
    coalesce(sum(own.shift_duration) filter (where own.is_defender and mate.is_defender), 0)
        as defense_seconds
from skater as own
join skater as mate
    on mate.shift_id = own.shift_id
    and mate.venue = own.venue
    and mate.player_id <> own.player_id
group by own.game_id, own.player_id, mate.player_id
