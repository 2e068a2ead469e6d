-- base_played: the roster rows of players who played (page 30, 5, official): games_played or any
-- statistic above 0. place: order of the games; result: of the team, 1 a win, 0 a tie, -1 a loss.
-- grain: one row per game and player
select
    roster.game_id,
    player_id,
    roster.team_id,
    roster.season_id,
    roster.season,
    roster.player_position,
    roster.player_position is not distinct from 'Goalie' as is_goalie,
    goals,
    assist,
    pim,
    goals_against,
    shutouts,
    coalesce(schedule.game_type, 'Regular') as game_type,
    game_place(schedule.date, roster.game_id) as place,
    case roster.team_id
        when schedule.home_team_id then sign(home_total_goals - away_total_goals)
        when schedule.away_team_id then sign(away_total_goals - home_total_goals)
    end as result
from fact_gameroster as roster
left join dim_schedule as schedule on schedule.game_id = roster.game_id
where games_played >= 1
    or goals > 0
    or assist > 0
    or pim > 0
    or goals_against > 0
    or shutouts > 0
