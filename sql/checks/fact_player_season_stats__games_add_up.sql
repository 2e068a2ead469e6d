-- fact_player_season_stats__games_add_up: a season has a row for All, with the games of its other
-- rows, and these are the games played in it.
select
    player_id,
    season_id,
    sum(games_played) filter (where game_type = 'All') as all_games,
    sum(games_played) filter (where game_type <> 'All') as games_by_type,
    max(played.games) as games
from fact_player_season_stats
full join (
    select player_id, season_id, count(*) as games
    from fact_player_game_stats
    where season_id is not null
    group by player_id, season_id
) as played using (player_id, season_id)
group by player_id, season_id
having sum(games_played) filter (where game_type = 'All') is distinct from max(played.games)
    or sum(games_played) filter (where game_type <> 'All') is distinct from max(played.games)
