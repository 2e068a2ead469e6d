-- fact_player_career_stats_basic: the official statistics of a skater over all seasons. Position
-- and team are those of his latest game that has one.
-- doc: warehouse page 30, 5
-- grain: one row per skater
-- key: player_career_basic_key
with
career as (
    select
        player_id,
        (array_agg(player_position order by last_place desc)
            filter (where player_position is not null))[1] as position,
        (array_agg(team_name order by last_place desc) filter (where team_name is not null))[1]
            as current_team,
        count(distinct season_id)::integer as seasons_played,
        sum(games)::integer as career_games,
        sum(goals)::integer as career_goals,
        sum(assists)::integer as career_assists,
        sum(pim)::integer as career_pim
    from base_played
    left join dim_team using (team_id)
    where not is_goalie
    group by player_id
)
select
    player_id || '_career' as player_career_basic_key,
    player_id,
    player_full_name as player_name,
    position,
    current_team,
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
left join dim_player using (player_id)
cross join run_parameter
order by player_career_basic_key
