-- base_main_team: the team of a player in a season (page 30, 5, official): that of most of his
-- games, of equally many the one he played for last; skaters and goalies apart.
-- grain: one row per player, season and whether as a goalie
with
team as (
    select
        player_id,
        season_id,
        is_goalie,
        team_id,
        sum(games) as games,
        max(last_place) as last_place
    from base_played
    where season_id is not null and team_id is not null
    group by player_id, season_id, is_goalie, team_id
)
select distinct on (player_id, season_id, is_goalie)
    player_id,
    season_id,
    is_goalie,
    team_id,
    team_name
from team
left join dim_team using (team_id)
order by player_id, season_id, is_goalie, games desc, last_place desc, team_id
