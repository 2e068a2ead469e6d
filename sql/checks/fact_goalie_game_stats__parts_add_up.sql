-- fact_goalie_game_stats__parts_add_up: the shots faced are saves and goals, and every division
-- of them into parts is whole. Overtime is in no period column.
select goalie_game_key, part.name, part.total, part.sum
from fact_goalie_game_stats
cross join lateral (values
    ('shots_against', shots_against, saves + goals_against),
    (
        'saves by window',
        saves,
        early_period_saves + mid_period_saves + late_period_saves
    ),
    ('goals by window', goals_against, early_period_ga + mid_period_ga + late_period_ga),
    ('saves by attack', saves, rush_saves + quick_attack_saves + set_play_saves),
    ('goals by attack', goals_against, rush_goals_against + quick_attack_ga + set_play_ga),
    ('saves by sequence', saves, single_shot_saves + multi_shot_saves),
    ('hd_shots_against', hd_shots_against, hd_saves + hd_goals_against),
    ('p1_shots_against', p1_shots_against, p1_saves + p1_goals_against),
    ('p2_shots_against', p2_shots_against, p2_saves + p2_goals_against),
    ('p3_shots_against', p3_shots_against, p3_saves + p3_goals_against),
    (
        'saves by side',
        glove_side_saves + blocker_side_saves + five_hole_saves,
        saves_glove + saves_blocker + saves_pad + saves_butterfly + saves_scramble
    )
) as part (name, total, sum)
where part.total <> part.sum
