-- fact_team_season_stats_basic__game_types_add_up: All is Regular and Playoffs together. The same
-- man may play in both.
with
season as (
    select
        team_id,
        season_id,
        game_type = 'All' as is_all,
        sum(games_played) as games,
        sum(wins) as wins,
        sum(losses) as losses,
        sum(goals_for) as goals_for,
        sum(goals_against) as goals_against,
        sum(team_goals) as team_goals,
        sum(team_assists) as team_assists,
        sum(team_pim) as team_pim,
        sum(unique_players) as players
    from fact_team_season_stats_basic
    group by team_id, season_id, is_all
)
select team_id, season_id, part.games, total.games, part.team_goals, total.team_goals
from (select * from season where not is_all) as part
full join (select * from season where is_all) as total using (team_id, season_id)
where (part.games, part.wins, part.losses, part.goals_for, part.goals_against)
        is distinct from
        (total.games, total.wins, total.losses, total.goals_for, total.goals_against)
    or coalesce(part.team_goals, 0) > coalesce(total.team_goals, 0)
    or coalesce(part.team_assists, 0) > coalesce(total.team_assists, 0)
    or coalesce(part.team_pim, 0) > coalesce(total.team_pim, 0)
    or total.players > part.players
