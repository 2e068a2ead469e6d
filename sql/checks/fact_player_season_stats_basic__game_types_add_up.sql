-- fact_player_season_stats_basic__game_types_add_up: All is Regular and Playoffs together; points
-- are goals and assists.
with
season as (
    select
        player_id,
        season_id,
        game_type = 'All' as is_all,
        sum(games_played) as games,
        sum(goals) as goals,
        sum(assists) as assists,
        sum(points) as points,
        sum(pim) as pim
    from fact_player_season_stats_basic
    group by player_id, season_id, is_all
)
select player_id, season_id, part.games, total.games, part.goals, total.goals
from (select * from season where not is_all) as part
full join (select * from season where is_all) as total using (player_id, season_id)
where (part.games, part.goals, part.assists, part.pim)
        is distinct from (total.games, total.goals, total.assists, total.pim)
    or total.points <> total.goals + total.assists
    or part.points <> part.goals + part.assists
