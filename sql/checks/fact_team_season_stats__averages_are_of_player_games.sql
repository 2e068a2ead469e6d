-- fact_team_season_stats__averages_are_of_player_games: a team's averages weigh every player game
-- of the season once, not its games.
with
player as (
    select
        team_id,
        season_id,
        avg(game_score) as game_score,
        avg(adjusted_rating) as adjusted_rating
    from fact_player_game_stats
    group by team_id, season_id
)
select team_season_key, avg_game_score, game_score, avg_adjusted_rating, adjusted_rating
from fact_team_season_stats
left join player using (team_id, season_id)
where game_type = 'All'
    and (
        (avg_game_score is null) <> (game_score is null)
        or (avg_adjusted_rating is null) <> (adjusted_rating is null)
        or abs(avg_game_score - game_score) > 1e-9
        or abs(avg_adjusted_rating - adjusted_rating) > 1e-9
    )
