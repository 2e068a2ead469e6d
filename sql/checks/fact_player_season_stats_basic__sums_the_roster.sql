-- fact_player_season_stats_basic__sums_the_roster: goals, assists and penalty minutes of skaters
-- are those of the roster rows, as nobody who did not play has any.
with
roster as (
    select
        season_id,
        sum(goals) as goals,
        sum(assist) as assists,
        sum(pim) as pim,
        count(distinct (player_id, game_id)) filter (where games_played >= 1) as games
    from fact_gameroster
    where player_position is distinct from 'Goalie' and season_id is not null
    group by season_id
),
season as (
    select
        season_id,
        sum(goals) as goals,
        sum(assists) as assists,
        sum(pim) as pim,
        sum(games_played) as games
    from fact_player_season_stats_basic
    where game_type = 'All'
    group by season_id
)
select season_id, roster.goals, season.goals, roster.assists, season.assists, roster.games
from roster
full join season using (season_id)
where coalesce(roster.goals, 0) <> coalesce(season.goals, 0)
    or coalesce(roster.assists, 0) <> coalesce(season.assists, 0)
    or coalesce(roster.pim, 0) <> coalesce(season.pim, 0)
    or coalesce(season.games, 0) < coalesce(roster.games, 0)
