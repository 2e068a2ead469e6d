-- fact_team_season_stats_basic: the official record of a team in a season, from the games of the
-- schedule with both scores; a tie is no win.
-- doc: warehouse page 31, 1
-- grain: one row per team, season and game type
-- key: team_season_basic_key
with
game as (
    select
        team.team_id,
        season_id,
        season,
        of.game_type,
        team.goals_for,
        team.goals_against
    from dim_schedule as schedule
    cross join lateral (values
        (home_team_id, home_total_goals, away_total_goals),
        (away_team_id, away_total_goals, home_total_goals)
    ) as team (team_id, goals_for, goals_against)
    cross join lateral (
        values (coalesce(schedule.game_type, 'Regular')), ('All')
    ) as of (game_type)
    where home_total_goals is not null
        and away_total_goals is not null
        and team.team_id is not null
        and season_id is not null
),
record as (
    select
        team_id,
        season_id,
        game_type,
        max(season) as season,
        count(*)::integer as games_played,
        (count(*) filter (where goals_for > goals_against))::integer as wins,
        (count(*) filter (where goals_for < goals_against))::integer as losses,
        (count(*) filter (where goals_for = goals_against))::integer as ties,
        sum(goals_for)::integer as goals_for,
        sum(goals_against)::integer as goals_against
    from game
    group by team_id, season_id, game_type
),
roster as (
    select
        team_id,
        season_id,
        coalesce(game_type, 'All') as game_type,
        sum(goals)::integer as goals,
        sum(assists)::integer as assists,
        sum(pim)::integer as pim,
        count(distinct player_id)::integer as players
    from base_played
    where not is_goalie
    group by team_id, season_id, grouping sets ((game_type), ())
)
select
    team_id || '_' || season_id || '_' || game_type as team_season_basic_key,
    team_id,
    team_name,
    season_id,
    season,
    game_type,
    games_played,
    wins,
    losses,
    ties,
    100 * wins::double precision / games_played as win_pct,
    2 * wins + ties as points,
    goals_for,
    record.goals_against,
    goals_for - record.goals_against as goal_diff,
    goals_for::double precision / games_played as goals_for_per_game,
    record.goals_against::double precision / games_played as goals_against_per_game,
    roster.goals as team_goals,
    roster.assists as team_assists,
    roster.pim as team_pim,
    roster.players as unique_players,
    started_at as _export_timestamp
from record
left join roster using (team_id, season_id, game_type)
left join dim_team using (team_id)
cross join run_parameter
order by team_season_basic_key
