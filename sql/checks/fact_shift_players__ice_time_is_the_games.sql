-- fact_shift_players__ice_time_is_the_games: nobody is on the ice longer than the game lasts,
-- where shifts do not overlap.
with
game as (
    select game_id, sum(length) as seconds from base_period group by game_id
)
select p.game_id, p.player_id, max(p.running_toi_game) as seconds
from fact_shift_players as p
inner join game as g on g.game_id = p.game_id
where p.player_id is not null
    and not exists (
        select from base_lineup_ice as i where i.game_id = p.game_id and i.is_overlapped
    )
group by p.game_id, p.player_id, g.seconds
having max(p.running_toi_game) > g.seconds
