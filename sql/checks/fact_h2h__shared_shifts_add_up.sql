-- fact_h2h__shared_shifts_add_up: the shared shifts of a game are n (n - 1) / 2 of each shift
-- and side with n known skaters.
with
skater as (
    select game_id, shift_id, venue, count(*) as n
    from fact_shift_players
    where player_id is not null and position <> 'G' and period <= 4
    group by game_id, shift_id, venue
),
wanted as (
    select game_id, sum(n * (n - 1) / 2) as shifts from skater group by game_id
),
found as (
    select game_id, sum(shifts_together) as shifts from fact_h2h group by game_id
)
select game_id, wanted.shifts, found.shifts
from wanted
left join found using (game_id)
where wanted.shifts <> coalesce(found.shifts, 0)
