-- base_stood: what a rostered player really played in a game, by his seconds on the ice (page 10,
-- fact_gameroster). Equal seconds: the sheet's word if it is among them, else the first of Forward,
-- Defense, Goalie.
-- grain: one row per game and player in a line-up
-- by: game
-- keep: yes
-- analyze: game_id, player_id
with
stood as (
    select
        game_id,
        player_id,
        played.position_group,
        played.place,
        sum(seconds) as seconds
    from base_player_slot
    join (values
        ('F', 'Forward', 1),
        ('D', 'Defense', 2),
        ('G', 'Goalie', 3)
    ) as played (slot, position_group, place) using (slot)
    group by game_id, player_id, position_group, place
)
select distinct on (game_id, player_id)
    game_id,
    player_id,
    position_group
from stood
join base_roster using (game_id, player_id)
order by
    game_id, player_id,
    seconds desc, position_group = player_position desc nulls last, place
