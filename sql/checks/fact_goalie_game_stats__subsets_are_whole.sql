-- fact_goalie_game_stats__subsets_are_whole: no part is more than what it is a part of.
select goalie_game_key, part.name, part.part, part.whole
from fact_goalie_game_stats
cross join lateral (values
    (
        'kinds of save',
        saves_butterfly + saves_pad + saves_glove + saves_blocker + saves_chest + saves_stick
            + saves_scramble,
        saves
    ),
    ('saves_freeze and saves_rebound', saves_freeze + saves_rebound, saves),
    ('saves by period', p1_saves + p2_saves + p3_saves, saves),
    ('goals by period', p1_goals_against + p2_goals_against + p3_goals_against, goals_against),
    ('final_minute_saves', final_minute_saves, late_period_saves),
    ('final_minute_ga', final_minute_ga, late_period_ga),
    ('sustained_pressure_saves', sustained_pressure_saves, multi_shot_saves),
    ('max_sequence_faced', max_sequence_faced, shots_against),
    ('max_shots_in_period', max_shots_in_period, shots_against),
    ('consecutive_saves_max', consecutive_saves_max, saves),
    ('rapid_fire_saves', rapid_fire_saves, saves),
    ('hd_goals_against', hd_goals_against, goals_against),
    ('second_chance_goals_against', second_chance_goals_against, second_chance_shots_against),
    ('is_quality_start and is_bad_start', is_quality_start + is_bad_start, 1)
) as part (name, part, whole)
where part.part > part.whole
