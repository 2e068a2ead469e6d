-- fact_player_game_stats__rates_are_per_hour: a rate times the ice time gives the count again, and
-- is NULL without ice time or without the count.
select player_game_key, toi_seconds, rate.name, rate.per_60, rate.value
from fact_player_game_stats
cross join lateral (values
    ('goals', goals_per_60, goals),
    ('assists', assists_per_60, assists),
    ('points', points_per_60, points),
    ('sog', sog_per_60, sog),
    ('xg', xg_per_60, xg_for),
    ('shot assists', shot_assists_per_60, shot_assists)
) as rate (name, per_60, value)
where (rate.per_60 is null) <> (rate.value is null or coalesce(toi_seconds, 0) = 0)
    or abs(rate.per_60 * toi_seconds / 3600 - rate.value) > 1e-9
