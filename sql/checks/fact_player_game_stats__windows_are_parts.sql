-- fact_player_game_stats__windows_are_parts: the first and the last minutes of the periods do not
-- overlap, so what happened in them is no more than all.
select player_game_key, part.name, part.early, part.late, part.total
from fact_player_game_stats
cross join lateral (values
    ('goals', early_period_goals, late_period_goals, goals),
    ('assists', early_period_assists, late_period_assists, assists),
    ('points', early_period_points, late_period_points, points),
    ('shots', early_period_shots, late_period_shots, shots),
    ('cf', early_period_cf, late_period_cf, corsi_for),
    ('ca', early_period_ca, late_period_ca, corsi_against)
) as part (name, early, late, total)
where part.early + part.late > part.total
