-- fact_player_game_stats__strengths_add_up: even strength, power play, short-handed and empty net
-- are all that a skater saw on the ice, if both sides had skaters; never more than all.
with
unclassed as (
    select distinct game_id, player_id
    from fact_shift_players
    where situation is null and position <> 'G' and period <= 4
)
select player_game_key, part.name, part.classes, part.total
from fact_player_game_stats as stats
left join unclassed using (game_id, player_id)
cross join lateral (values
    (
        'toi_seconds', true, ev_toi_seconds + pp_toi_seconds + pk_toi_seconds + en_toi_seconds,
        toi_seconds
    ),
    ('cf', true, ev_cf + pp_cf + pk_cf + en_cf, corsi_for),
    ('ca', true, ev_ca + pp_ca + pk_ca + en_ca, corsi_against),
    ('gf', true, ev_gf + pp_gf + pk_gf + en_gf, plus_total),
    ('ga', true, ev_ga + pp_ga + pk_ga + en_ga, minus_total),
    ('goals', false, ev_goals + pp_goals + pk_goals + en_goals, goals),
    ('assists', false, ev_assists + pp_assists + pk_assists + en_assists, assists),
    ('shots', false, ev_shots + pp_shots + pk_shots + en_shots, shots)
) as part (name, is_on_ice, classes, total)
where part.classes > part.total
    or part.is_on_ice and unclassed.player_id is null and part.classes <> part.total
