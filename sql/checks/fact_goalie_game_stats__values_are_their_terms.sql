-- fact_goalie_game_stats__values_are_their_terms: what a goalie was worth is the sum of its terms.
select goalie_game_key, part.name, part.value, part.computed
from fact_goalie_game_stats
cross join lateral (values
    ('expected_goals_against', expected_goals_against, 0.12 * shots_against),
    ('goals_saved_above_avg', goals_saved_above_avg, expected_goals_against - goals_against),
    ('goalie_gsax', goalie_gsax, goalie_gax - goals_against),
    ('win_probability_added', win_probability_added, goals_saved_above_avg / 4.5),
    ('goalie_gar_gsaa', goalie_gar_gsaa, goals_saved_above_avg),
    (
        'goalie_gar_total',
        goalie_gar_total,
        goals_saved_above_avg + 0.15 * hd_saves + 0.5 * is_quality_start + 0.05 * saves_freeze
    ),
    ('goalie_war', goalie_war, goalie_gar_total / 4.5),
    ('goalie_war_pace', goalie_war_pace, goalie_war * 20),
    ('workload_index', workload_index, shots_against * (1 + sqrt(shot_volume_variance) / 10)),
    ('consistency_rating', consistency_rating, 100 - 2 * period_consistency),
    ('pressure_rating', pressure_rating, pressure_handling_index),
    ('dangerous_rebound_pct', dangerous_rebound_pct, rebound_danger_rate),
    ('transition_defense_rating', transition_defense_rating, rush_sv_pct - set_play_sv_pct)
) as part (name, value, computed)
where (part.value is null) <> (part.computed is null)
    or abs(part.value - part.computed) > 1e-9
    or overall_game_rating not between 1 and 10
    or num_nonnulls(
        glove_side_ga, blocker_side_ga, five_hole_ga, glove_side_sv_pct, blocker_side_sv_pct,
        five_hole_sv_pct
    ) > 0
