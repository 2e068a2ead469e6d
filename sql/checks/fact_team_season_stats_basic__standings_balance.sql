-- fact_team_season_stats_basic__standings_balance: in a season there are as many wins as losses
-- and as many goals for as against, and every game is won, lost or tied.
select season_id, game_type, sum(wins) as wins, sum(losses) as losses
from fact_team_season_stats_basic
group by season_id, game_type
having sum(wins) <> sum(losses)
    or sum(goals_for) <> sum(goals_against)
    or sum(ties) % 2 <> 0
    or sum(goal_diff) <> 0
    or sum(points) <> sum(games_played)
    or bool_or(wins + losses + ties <> games_played)
    or bool_or(points <> 2 * wins + ties)
