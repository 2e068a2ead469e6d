-- base_number: who wears a jersey in a game, for each of its teams (page 10, 3.3). *_players:
-- how many; *_player_id: who, if it is one.
-- grain: one row per game and jersey
-- by: game
-- analyze: yes
select
    game_id,
    jersey,
    count(*) filter (where side = 'home')::integer as home_players,
    count(*) filter (where side = 'away')::integer as away_players,
    case when count(*) filter (where side = 'home') = 1
        then min(player_id) filter (where side = 'home') end as home_player_id,
    case when count(*) filter (where side = 'away') = 1
        then min(player_id) filter (where side = 'away') end as away_player_id
from base_roster
join base_game using (game_id)
where side is not null and jersey is not null
group by game_id, jersey
