-- fact_shift_players__stand_once: a slot of a side and a player are in a shift once.
select shift_id, venue || ' ' || position as twice
from fact_shift_players
group by shift_id, venue, position
having count(*) > 1
union all
select shift_id, player_id
from fact_shift_players
where player_id is not null
group by shift_id, player_id
having count(*) > 1
