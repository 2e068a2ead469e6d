-- fact_goalie_game_stats__percentages_are_shares: a percentage is the share of its counts, and NULL
-- where there is none to share.
select goalie_game_key, share.name, share.value, share.part, share.whole
from fact_goalie_game_stats
cross join lateral (values
    ('save_pct', save_pct, saves, shots_against),
    ('hd_save_pct', hd_save_pct, hd_saves, hd_shots_against),
    ('freeze_pct', freeze_pct, saves_freeze, saves),
    ('rebound_rate', rebound_rate, saves_rebound, saves),
    (
        'second_chance_sv_pct',
        second_chance_sv_pct,
        second_chance_shots_against - second_chance_goals_against,
        second_chance_shots_against
    ),
    ('p1_sv_pct', p1_sv_pct, p1_saves, p1_shots_against),
    ('p2_sv_pct', p2_sv_pct, p2_saves, p2_shots_against),
    ('p3_sv_pct', p3_sv_pct, p3_saves, p3_shots_against),
    (
        'early_period_sv_pct',
        early_period_sv_pct,
        early_period_saves,
        early_period_saves + early_period_ga
    ),
    ('mid_period_sv_pct', mid_period_sv_pct, mid_period_saves, mid_period_saves + mid_period_ga),
    (
        'late_period_sv_pct',
        late_period_sv_pct,
        late_period_saves,
        late_period_saves + late_period_ga
    ),
    (
        'final_minute_sv_pct',
        final_minute_sv_pct,
        final_minute_saves,
        final_minute_saves + final_minute_ga
    ),
    ('rush_sv_pct', rush_sv_pct, rush_saves, rush_saves + rush_goals_against),
    (
        'quick_attack_sv_pct',
        quick_attack_sv_pct,
        quick_attack_saves,
        quick_attack_saves + quick_attack_ga
    ),
    ('set_play_sv_pct', set_play_sv_pct, set_play_saves, set_play_saves + set_play_ga),
    ('rush_pct_of_shots', rush_pct_of_shots, rush_saves + rush_goals_against, shots_against),
    (
        'positioning_rating',
        positioning_rating,
        saves_glove + saves_blocker + saves_chest,
        saves
    )
) as share (name, value, part, whole)
where (share.value is null) <> (share.whole = 0)
    or abs(share.value - 100.0 * share.part / nullif(share.whole, 0)) > 1e-9
