-- fact_goalie_career_stats_basic__sums_the_seasons: an official career is the sum of its seasons.
-- Left out: players with a roster row whose game has no season.
with
season as (
    select
        player_id,
        count(*) as seasons,
        sum(games_played) as games,
        sum(wins) as wins,
        sum(losses) as losses,
        sum(goals_against) as goals_against,
        sum(shutouts) as shutouts
    from fact_goalie_season_stats_basic
    where game_type = 'All'
    group by player_id
)
select player_id, seasons_played, seasons, career_games, games, career_wins, wins
from fact_goalie_career_stats_basic
full join season using (player_id)
where player_id not in (select player_id from fact_gameroster where season_id is null)
    and (
        seasons_played, career_games, career_wins, career_losses, career_goals_against,
        career_shutouts
    ) is distinct from (seasons, games, wins, losses, goals_against, shutouts)
