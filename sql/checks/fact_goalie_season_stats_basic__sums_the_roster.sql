-- fact_goalie_season_stats_basic__sums_the_roster: goals against and shutouts are those of the
-- goalies' roster rows, as nobody who did not play has any.
with
roster as (
    select
        season_id,
        sum(goals_against) as goals_against,
        sum(shutouts) as shutouts,
        count(distinct (player_id, game_id)) filter (where games_played >= 1) as games
    from fact_gameroster
    where player_position = 'Goalie' and season_id is not null
    group by season_id
),
season as (
    select
        season_id,
        sum(goals_against) as goals_against,
        sum(shutouts) as shutouts,
        sum(games_played) as games
    from fact_goalie_season_stats_basic
    where game_type = 'All'
    group by season_id
)
select season_id, roster.goals_against, season.goals_against, roster.games, season.games
from roster
full join season using (season_id)
where coalesce(roster.goals_against, 0) <> coalesce(season.goals_against, 0)
    or coalesce(roster.shutouts, 0) <> coalesce(season.shutouts, 0)
    or coalesce(season.games, 0) < coalesce(roster.games, 0)
