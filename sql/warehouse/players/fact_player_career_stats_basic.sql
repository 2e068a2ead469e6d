-- fact_player_career_stats_basic: the official statistics of a skater over all seasons (warehouse
-- page 30, 5). Position and team are those of his latest game that has one.
-- grain: one row per skater
-- key: player_career_basic_key
with
career as (
    select
        player_id,
        max(place) filter (where player_position is not null) as position_place,
        max(place) filter (where team_name is not null) as team_place,
        count(distinct season_id)::integer as seasons_played,
        count(distinct game_id)::integer as career_games,
        sum(goals)::integer as career_goals,
        sum(assist)::integer as career_assists,
        sum(pim)::integer as career_pim
    from base_played
    left join dim_team using (team_id)
    where not is_goalie and game_type = 'All'
    group by player_id
)
select
    career.player_id || '_career' as player_career_basic_key,
    career.player_id,
    player_full_name as player_name,
    stood.player_position as position,
    dim_team.team_name as current_team,
    seasons_played,
    career_games,
    career_goals,
    career_assists,
    career_goals + career_assists as career_points,
    career_pim,
    career_goals::double precision / career_games as goals_per_game,
    career_assists::double precision / career_games as assists_per_game,
    (career_goals + career_assists)::double precision / career_games as points_per_game,
    career_pim::double precision / career_games as pim_per_game,
    started_at as _export_timestamp
from career
left join base_played as stood
    on stood.player_id = career.player_id
    and stood.place = position_place
    and stood.game_type = 'All'
left join base_played as played
    on played.player_id = career.player_id
    and played.place = team_place
    and played.game_type = 'All'
left join dim_team on dim_team.team_id = played.team_id
left join dim_player on dim_player.player_id = career.player_id
cross join run_parameter
order by player_career_basic_key
