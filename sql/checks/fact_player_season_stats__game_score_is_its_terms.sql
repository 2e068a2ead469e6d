-- fact_player_season_stats__game_score_is_its_terms: a mean per game and the baseline; wins are the
-- season's goals above replacement, the pace is that of 20 games. The terms that no column shows
-- are the face-offs, the giveaways and the poise, which only games with recorded pressure have.
select player_season_key, game_score, game_score_raw, gar_total, war, war_pace
from fact_player_season_stats
where abs(game_score - 2 - game_score_raw) > 1e-9
    or poise_index is null and pressure_giveaways is null and abs(
        game_score_raw - gs_scoring - gs_shots - gs_playmaking - gs_defense - gs_hustle
        - (0.03 * (fo_wins - fo_losses) - 0.08 * giveaways) / games_played
    ) > 1e-9
    or abs(offensive_game_score - gs_scoring - gs_shots - gs_playmaking) > 1e-9
    or abs(defensive_game_score - gs_defense - gs_hustle + 0.08 * giveaways / games_played) > 1e-9
    or abs(war * 4.5 - gar_total) > 1e-9
    or abs(war_pace - war / games_played * 20) > 1e-9
    or (war is null) <> (gar_possession is null)
