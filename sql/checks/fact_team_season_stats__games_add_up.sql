-- fact_team_season_stats__games_add_up: a season has a row for All, with the games of its other
-- rows, and these are the games played in it; the averages are those of the sums.
select
    team_id,
    season_id,
    sum(games_played) filter (where game_type = 'All') as all_games,
    sum(games_played) filter (where game_type <> 'All') as games_by_type,
    max(played.games) as games
from fact_team_season_stats
full join (
    select team_id, season_id, count(distinct game_id) as games
    from fact_team_game_stats
    where season_id is not null
    group by team_id, season_id
) as played using (team_id, season_id)
group by team_id, season_id
having sum(games_played) filter (where game_type = 'All') is distinct from max(played.games)
    or sum(games_played) filter (where game_type <> 'All') is distinct from max(played.games)
    or bool_or(abs(avg_goals_per_game * games_played - season_goals) > 1e-9)
    or bool_or(abs(avg_shots_per_game * games_played - season_shots) > 1e-9)
    or bool_or(abs(avg_sog_per_game * games_played - season_sog) > 1e-9)
    or bool_or((season_goals, season_shots, season_sog) <> (goals, shots, sog))
