-- fact_special_teams_summary__is_part_of_the_games: a row for every team with a tracked game, with
-- no more than its games have; what all teams have for, all have against.
with
game as (
    select
        team_id,
        count(*) as games,
        sum(corsi_for) as corsi_for,
        sum(corsi_against) as corsi_against,
        sum(xg_for) as xg_for
    from fact_team_game_stats
    group by team_id
)
select team_id, games, games_played, corsi_for, total_corsi_for, corsi_against
from fact_special_teams_summary
full join game using (team_id)
where games_played is distinct from games
    or total_corsi_for > corsi_for
    or total_corsi_against > corsi_against
    or total_xg_for > xg_for + 1e-9
    or (select sum(total_corsi_for - total_corsi_against) from fact_special_teams_summary) <> 0
