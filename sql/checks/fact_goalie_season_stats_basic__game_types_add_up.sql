-- fact_goalie_season_stats_basic__game_types_add_up: All is Regular and Playoffs together; nobody
-- decides more games than he played.
with
season as (
    select
        player_id,
        season_id,
        game_type = 'All' as is_all,
        sum(games_played) as games,
        sum(wins) as wins,
        sum(losses) as losses,
        sum(ties) as ties,
        sum(goals_against) as goals_against,
        sum(shutouts) as shutouts
    from fact_goalie_season_stats_basic
    group by player_id, season_id, is_all
)
select player_id, season_id, part.games, total.games, part.wins, total.wins
from (select * from season where not is_all) as part
full join (select * from season where is_all) as total using (player_id, season_id)
where (part.games, part.wins, part.losses, part.ties, part.goals_against, part.shutouts)
        is distinct from
        (total.games, total.wins, total.losses, total.ties, total.goals_against, total.shutouts)
    or total.wins + total.losses + total.ties > total.games
