-- fact_player_career_stats_basic__sums_the_seasons: an official career is the sum of its seasons.
-- Left out: players with a roster row whose game has no season.
with
season as (
    select
        player_id,
        count(*) as seasons,
        sum(games_played) as games,
        sum(goals) as goals,
        sum(assists) as assists,
        sum(points) as points,
        sum(pim) as pim
    from fact_player_season_stats_basic
    where game_type = 'All'
    group by player_id
)
select player_id, seasons_played, seasons, career_games, games, career_goals, goals
from fact_player_career_stats_basic
full join season using (player_id)
where player_id not in (select player_id from fact_gameroster where season_id is null)
    and (seasons_played, career_games, career_goals, career_assists, career_points, career_pim)
        is distinct from (seasons, games, goals, assists, points, pim)
