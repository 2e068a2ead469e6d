-- fact_gameroster__position_has_its_name: position_id is that of player_position.
select game_id, player_id, position_id, player_position
from fact_gameroster
left join dim_position using (position_id)
where position_name is distinct from player_position
    and (position_id is not null or player_position in (select position_name from dim_position))
