-- fact_goalie_season_stats__games_add_up: a season has a row for All, with the games and the worth
-- of its other rows, and these are the games he kept goal in.
select
    player_id,
    season_id,
    sum(games_played) filter (where game_type = 'All') as all_games,
    sum(games_played) filter (where game_type <> 'All') as games_by_type,
    max(played.games) as games
from fact_goalie_season_stats
full join (
    select player_id, season_id, count(*) as games, sum(goalie_war) as war
    from fact_goalie_game_stats
    join dim_schedule using (game_id)
    where season_id is not null
    group by player_id, season_id
) as played using (player_id, season_id)
group by player_id, season_id
having sum(games_played) filter (where game_type = 'All') is distinct from max(played.games)
    or sum(games_played) filter (where game_type <> 'All') is distinct from max(played.games)
    or abs(sum(season_war) filter (where game_type = 'All') - max(played.war)) > 1e-9
    or abs(sum(season_war) filter (where game_type <> 'All') - max(played.war)) > 1e-9
    or bool_or(abs(goalie_war * games_played - season_war) > 1e-9)
