-- fact_player_game_stats__points_are_goals_and_assists: points are goals and what assists there
-- are, in all and in every split of them.
select stats.player_game_key, split.name, split.goals, split.assists, split.points
from fact_player_game_stats as stats
cross join lateral (values
    ('all', goals, assists, points),
    ('first period', p1_goals, p1_assists, p1_points),
    ('second period', p2_goals, p2_assists, p2_points),
    ('third period', p3_goals, p3_assists, p3_points),
    ('even strength', ev_goals, ev_assists, ev_points),
    ('power play', pp_goals, pp_assists, pp_points),
    ('short-handed', pk_goals, pk_assists, pk_points),
    ('empty net', en_goals, en_assists, en_points),
    ('rush', rush_goals, rush_assists, rush_points),
    ('early', early_period_goals, early_period_assists, early_period_points),
    ('late', late_period_goals, late_period_assists, late_period_points)
) as split (name, goals, assists, points)
where split.points is distinct from split.goals + coalesce(split.assists, 0)
