-- fact_player_season_stats_basic: the official statistics of a skater in a season, from the box
-- scores of all league games.
-- doc: warehouse page 30, 5
-- grain: one row per skater, season and game type
-- key: player_season_basic_key
with
season as (
    select
        player_id,
        season_id,
        coalesce(game_type, 'All') as game_type,
        max(season) as season,
        sum(games)::integer as games_played,
        sum(goals)::integer as goals,
        sum(assists)::integer as assists,
        sum(pim)::integer as pim
    from base_played
    where not is_goalie and season_id is not null
    group by player_id, season_id, grouping sets ((game_type), ())
),
stood as (
    select distinct on (player_id, season_id)
        player_id,
        season_id,
        player_position as position
    from base_played
    where not is_goalie and player_position is not null
    order by player_id, season_id, last_place desc
)
select
    player_id || '_' || season_id || '_' || game_type as player_season_basic_key,
    player_id,
    season_id,
    season,
    game_type,
    player_full_name as player_name,
    team.team_id,
    team.team_name,
    position,
    games_played,
    goals,
    assists,
    goals + assists as points,
    pim,
    goals::double precision / games_played as goals_per_game,
    assists::double precision / games_played as assists_per_game,
    (goals + assists)::double precision / games_played as points_per_game,
    pim::double precision / games_played as pim_per_game,
    started_at as _export_timestamp
from season
left join stood using (player_id, season_id)
left join (select * from base_main_team where not is_goalie) as team using (player_id, season_id)
left join dim_player using (player_id)
cross join run_parameter
order by player_season_basic_key
