-- base_played: the roster rows of players who played (page 30, 5, official), counted: games_played
-- or any statistic above 0. last_place: of the latest game, in the order of games. wins, losses,
-- ties: of the team; a team that is in neither side of a game has none.
-- grain: one row per player, season, game type, team and position
with
played as (
    select
        roster.*,
        coalesce(schedule.game_type, 'Regular') as game_type,
        game_place(schedule.date, roster.game_id) as place,
        case roster.team_id
            when schedule.home_team_id then home_total_goals - away_total_goals
            when schedule.away_team_id then away_total_goals - home_total_goals
        end as ahead
    from fact_gameroster as roster
    left join dim_schedule as schedule on schedule.game_id = roster.game_id
    where games_played >= 1
        or goals > 0
        or assist > 0
        or pim > 0
        or goals_against > 0
        or shutouts > 0
)
select
    player_id,
    season_id,
    game_type,
    team_id,
    player_position,
    player_position is not distinct from 'Goalie' as is_goalie,
    max(season) as season,
    max(place) as last_place,
    count(*)::integer as games,
    (count(*) filter (where ahead > 0))::integer as wins,
    (count(*) filter (where ahead < 0))::integer as losses,
    (count(*) filter (where ahead = 0))::integer as ties,
    sum(goals)::integer as goals,
    sum(assist)::integer as assists,
    sum(pim)::integer as pim,
    sum(goals_against)::integer as goals_against,
    sum(shutouts)::integer as shutouts
from played
group by player_id, season_id, game_type, team_id, player_position
