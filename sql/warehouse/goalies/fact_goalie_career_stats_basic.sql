-- fact_goalie_career_stats_basic: the official statistics of a goalie over all seasons.
-- doc: warehouse page 31, 2
-- grain: one row per goalie
-- key: goalie_career_basic_key
with
career as (
    select
        player_id,
        sum(games)::integer as career_games,
        count(distinct season_id)::integer as seasons_played,
        sum(wins)::integer as career_wins,
        sum(losses)::integer as career_losses,
        sum(goals_against)::integer as career_goals_against,
        sum(shutouts)::integer as career_shutouts,
        (array_agg(team_id order by last_place desc) filter (where team_id is not null))[1]
            as team_id
    from base_played
    where is_goalie
    group by player_id
)
select
    player_id,
    career_games,
    seasons_played,
    career_wins,
    career_losses,
    career_goals_against,
    career_shutouts,
    player_full_name as player_name,
    team_name as current_team,
    career_goals_against::double precision / career_games as career_gaa,
    100 * career_wins::double precision / career_games as career_win_pct,
    100 * career_shutouts::double precision / career_games as career_shutout_pct,
    player_id || '_career' as goalie_career_basic_key,
    started_at as _export_timestamp
from career
left join dim_player using (player_id)
left join dim_team using (team_id)
cross join run_parameter
order by goalie_career_basic_key
