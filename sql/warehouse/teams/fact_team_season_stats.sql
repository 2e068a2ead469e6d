-- fact_team_season_stats: the tracked games of a team in a season, by game type and in all.
-- doc: warehouse page 31, 1
-- grain: one row per team, season and game type
-- key: team_season_key
with
game as (
    select
        team.*,
        of.game_type,
        game_place(schedule.date, team.game_id) as place
    from fact_team_game_stats as team
    left join dim_schedule as schedule on schedule.game_id = team.game_id
    cross join lateral (
        values (coalesce(schedule.game_type, 'Regular')), ('All')
    ) as of (game_type)
    where team.season_id is not null
),
skater as (
    select
        stats.team_id,
        game.season_id,
        game.game_type,
        avg(stats.game_score order by place, player_id) as game_score,
        avg(stats.adjusted_rating order by place, player_id) as adjusted_rating
    from game
    join fact_player_game_stats as stats using (game_id, team_id)
    group by stats.team_id, game.season_id, game.game_type
),
total as (
    select
        team_id,
        season_id,
        game_type,
        count(*)::integer as games_played,
        sum(goals)::integer as goals,
        sum(assists)::integer as assists,
        sum(points)::integer as points,
        sum(shots)::integer as shots,
        sum(sog)::integer as sog,
        sum(giveaways)::integer as giveaways,
        sum(takeaways)::integer as takeaways,
        sum(blocks)::integer as blocks,
        sum(hits)::integer as hits,
        sum(toi_seconds)::integer as toi_seconds,
        sum(corsi_for)::integer as corsi_for,
        sum(corsi_against)::integer as corsi_against,
        sum(fenwick_for)::integer as fenwick_for,
        sum(fenwick_against)::integer as fenwick_against,
        sum(plus_total)::integer as plus_total,
        sum(minus_total)::integer as minus_total,
        sum(shot_assists)::integer as shot_assists,
        sum(goal_creating_actions)::integer as goal_creating_actions,
        sum(xg_for order by place) as xg_for,
        sum(gar_total order by place) as gar_total,
        sum(war order by place) as war
    from game
    group by team_id, season_id, game_type
)
select
    team_id || '_' || season_id || '_' || game_type as team_season_key,
    team_id,
    season_id,
    game_type,
    games_played,
    goals,
    assists,
    points,
    shots,
    sog,
    giveaways,
    takeaways,
    blocks,
    hits,
    toi_seconds,
    corsi_for,
    corsi_against,
    fenwick_for,
    fenwick_against,
    plus_total,
    minus_total,
    xg_for,
    gar_total,
    war,
    shot_assists,
    goal_creating_actions,
    100 * goals::double precision / nullif(sog, 0) as shooting_pct,
    100 * corsi_for::double precision / nullif(corsi_for + corsi_against, 0) as cf_pct,
    plus_total - minus_total as plus_minus_total,
    game_score as avg_game_score,
    adjusted_rating as avg_adjusted_rating,
    goals as season_goals,
    shots as season_shots,
    sog as season_sog,
    goals::double precision / games_played as avg_goals_per_game,
    shots::double precision / games_played as avg_shots_per_game,
    sog::double precision / games_played as avg_sog_per_game,
    started_at as _export_timestamp
from total
left join skater using (team_id, season_id, game_type)
cross join run_parameter
order by team_season_key
