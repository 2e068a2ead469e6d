-- fact_player_game_stats__periods_add_up: a game without overtime is its three periods; one with
-- overtime no less than them.
with
overtime as (
    select distinct game_id from fact_events where period = 4
    union
    select distinct game_id from fact_shift_players where period = 4
)
select player_game_key, part.name, part.periods, part.total
from fact_player_game_stats
left join overtime using (game_id)
cross join lateral (values
    ('goals', p1_goals + p2_goals + p3_goals, goals),
    ('assists', p1_assists + p2_assists + p3_assists, assists),
    ('shots', p1_shots + p2_shots + p3_shots, shots),
    ('sog', p1_sog + p2_sog + p3_sog, sog),
    ('toi_seconds', p1_toi_seconds + p2_toi_seconds + p3_toi_seconds, toi_seconds)
) as part (name, periods, total)
where part.periods > part.total
    or overtime.game_id is null and part.periods <> part.total
