-- base_number: who wears a jersey in a game, for each of its teams (page 10, 3.3). *_players: how
-- many; if it is one, *_player_id: who, *_player_rating and *_player_no: one number for game and
-- player, in the order of player_id.
-- grain: one row per game and jersey
-- by: game
-- analyze: yes
with
worn as (
    select
        game_id,
        jersey,
        side,
        player_id,
        current_skill_rating as rating,
        game_id::bigint * 1000
            + dense_rank() over (partition by game_id order by player_id) as player_no
    from base_roster
    join base_game using (game_id)
    left join dim_player using (player_id)
    where side is not null and jersey is not null
),
counted as (
    select
        game_id,
        jersey,
        (count(*) filter (where side = 'home'))::integer as home_players,
        (count(*) filter (where side = 'away'))::integer as away_players,
        min(player_id) filter (where side = 'home') as home_player_id,
        min(player_id) filter (where side = 'away') as away_player_id,
        min(player_no) filter (where side = 'home') as home_player_no,
        min(player_no) filter (where side = 'away') as away_player_no,
        min(rating) filter (where side = 'home') as home_rating,
        min(rating) filter (where side = 'away') as away_rating
    from worn
    group by game_id, jersey
)
select
    game_id,
    jersey,
    home_players,
    away_players,
    case when home_players = 1 then home_player_id end as home_player_id,
    case when away_players = 1 then away_player_id end as away_player_id,
    case when home_players = 1 then home_player_no end as home_player_no,
    case when away_players = 1 then away_player_no end as away_player_no,
    case when home_players = 1 then home_rating end as home_player_rating,
    case when away_players = 1 then away_rating end as away_player_rating
from counted
