-- fact_player_game_stats__game_score_is_its_terms: the game score is its terms above the baseline,
-- and the goals above replacement are theirs.
select player_game_key, game_score, game_score_raw, war, gar_total
from fact_player_game_stats
where abs(game_score - 2 - game_score_raw) > 1e-9
    or abs(
        gs_scoring + gs_shots + gs_playmaking + gs_defense + gs_hustle
        + 0.03 * (fo_wins - fo_losses) + 0.2 * coalesce(poise_index, 0) - 0.08 * giveaways
        - game_score_raw
    ) > 1e-9
    or abs(offensive_game_score - gs_scoring - gs_shots - gs_playmaking) > 1e-9
    or abs(defensive_game_score - gs_defense - gs_hustle + 0.08 * giveaways) > 1e-9
    or abs(
        gar_offense + gar_defense + gar_possession + gar_transition + gar_poise - gar_total
    ) > 1e-9
    or abs(war * 4.5 - gar_total) > 1e-9
    or calculated_rating not between 2 and 6
    or adjusted_rating not between 1 and 10
