-- fact_player_game_stats__ice_is_the_shifts: what a skater has from the ice is the sum of his
-- rows of fact_shift_players outside slot G.
with
shift as (
    select
        game_id,
        player_id,
        count(distinct logical_shift_number) as shift_count,
        sum(gf_ev) as plus_ev,
        sum(ga_ev) as minus_ev,
        sum(ff) as fenwick_for,
        sum(fa) as fenwick_against,
        sum(scf) as chances_for,
        sum(sca) as chances_against,
        sum(hdf) as high_for,
        sum(hda) as high_against,
        count(*) filter (where is_first_segment and start_zone = 'o') as starts_oz,
        count(*) filter (where is_first_segment and start_zone = 'n') as starts_nz,
        count(*) filter (where is_first_segment and start_zone = 'd') as starts_dz,
        sum(shift_duration) filter (where period = 3 and score_differential > 0) as p3_seconds,
        sum(cf) filter (where period = 3 and score_differential > 0) as p3_cf,
        sum(ca) filter (where period = 3 and score_differential > 0) as p3_ca,
        sum(gf) filter (where period = 3 and score_differential > 0) as p3_gf,
        sum(ga) filter (where period = 3 and score_differential > 0) as p3_ga
    from fact_shift_players
    where position <> 'G' and period <= 4
    group by game_id, player_id
)
select player_game_key, part.name, part.value, part.summed
from fact_player_game_stats as stats
left join shift using (game_id, player_id)
cross join lateral (values
    ('shift_count', stats.shift_count, shift.shift_count),
    ('plus_ev', stats.plus_ev, shift.plus_ev),
    ('minus_ev', stats.minus_ev, shift.minus_ev),
    ('fenwick_for', stats.fenwick_for, shift.fenwick_for),
    ('fenwick_against', stats.fenwick_against, shift.fenwick_against),
    ('scoring_chances_for', scoring_chances_for, shift.chances_for),
    ('scoring_chances_against', scoring_chances_against, shift.chances_against),
    ('high_danger_for', high_danger_for, shift.high_for),
    ('high_danger_against', high_danger_against, shift.high_against),
    ('zone_starts_oz', zone_starts_oz, shift.starts_oz),
    ('zone_starts_nz', zone_starts_nz, shift.starts_nz),
    ('zone_starts_dz', zone_starts_dz, shift.starts_dz),
    ('p3_leading_toi', p3_leading_toi, floor(shift.p3_seconds + 0.5)),
    ('p3_leading_cf', p3_leading_cf, shift.p3_cf),
    ('p3_leading_ca', p3_leading_ca, shift.p3_ca),
    ('p3_leading_gf', p3_leading_gf, shift.p3_gf),
    ('p3_leading_ga', p3_leading_ga, shift.p3_ga)
) as part (name, value, summed)
where part.value <> coalesce(part.summed, 0)
