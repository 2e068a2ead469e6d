-- fact_wowy__adds_up_to_the_ice_time: with and without the other one, a player of a pair has all
-- his shifts and seconds as a skater.
with
skater as (
    select game_id, player_id, venue, count(*) as shifts, sum(shift_duration) as seconds
    from fact_shift_players
    where player_id is not null and position <> 'G' and period <= 4
    group by game_id, player_id, venue
),
half as (
    select
        game_id,
        venue,
        player_1_id as player_id,
        shifts_together + p1_shifts_without_p2 as shifts,
        toi_together + toi_p1_without_p2 as seconds
    from fact_wowy
    union all
    select
        game_id,
        venue,
        player_2_id,
        shifts_together + p2_shifts_without_p1,
        toi_together + toi_p2_without_p1
    from fact_wowy
)
select game_id, player_id, half.shifts, skater.shifts, half.seconds, skater.seconds
from half
left join skater using (game_id, venue, player_id)
where half.shifts is distinct from skater.shifts
    or abs(half.seconds - skater.seconds) > 1e-6
    or half.seconds < 0
