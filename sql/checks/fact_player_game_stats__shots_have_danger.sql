-- fact_player_game_stats__shots_have_danger: every shot on goal has one level of danger, every goal
-- with a shot too, and no shot is worth more than 0.95 goals.
select
    player_game_key, sog, shots_high_danger, shots_medium_danger, shots_low_danger, shots_for_xg,
    goals, goals_high_danger, goals_medium_danger, goals_low_danger, xg_for
from fact_player_game_stats
where shots_high_danger + shots_medium_danger + shots_low_danger <> sog
    or shots_for_xg <> sog
    or scoring_chance_shots <> sog
    or sog > shots
    or goals_high_danger + goals_medium_danger + goals_low_danger <> scoring_chance_goals
    or scoring_chance_goals > goals
    or goals_actual <> goals
    or xg_for > 0.95 * sog
    or xg_for < 0
