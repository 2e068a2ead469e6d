-- fact_goalie_season_stats_basic: the official statistics of a goalie in a season, from his box
-- scores as Goalie. A decision is the result of his team; two goalies of a team both get it. A team
-- that is in neither side of the game has none.
-- doc: warehouse page 31, 2
-- grain: one row per goalie, season and game type
-- key: goalie_season_basic_key
with
season as (
    select
        player_id,
        season_id,
        coalesce(game_type, 'All') as game_type,
        max(season) as season,
        sum(games)::integer as games_played,
        sum(wins)::integer as wins,
        sum(losses)::integer as losses,
        sum(ties)::integer as ties,
        sum(goals_against)::integer as goals_against,
        sum(shutouts)::integer as shutouts
    from base_played
    where is_goalie and season_id is not null
    group by player_id, season_id, grouping sets ((game_type), ())
)
select
    player_id || '_' || season_id || '_' || game_type as goalie_season_basic_key,
    player_id,
    season_id,
    season,
    game_type,
    player_full_name as player_name,
    team.team_id,
    team.team_name,
    games_played,
    wins,
    losses,
    ties,
    goals_against,
    goals_against::double precision / games_played as gaa,
    shutouts,
    100 * shutouts::double precision / games_played as shutout_pct,
    100 * wins::double precision / games_played as win_pct,
    started_at as _export_timestamp
from season
left join (select * from base_main_team where is_goalie) as team using (player_id, season_id)
left join dim_player using (player_id)
cross join run_parameter
order by goalie_season_basic_key
