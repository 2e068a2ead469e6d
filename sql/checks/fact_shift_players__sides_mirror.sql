-- fact_shift_players__sides_mirror: what is for the one side of a shift is against the other.
with
sides as (
    select distinct
        shift_id, venue, cf, ca, ff, fa, sf, sa, scf, sca, hdf, hda, gf, ga, gf_ev, ga_ev, gf_pp,
        ga_pp, gf_pk, ga_pk, fo_won, fo_lost, pm, score_differential, strength, start_zone,
        end_zone, expected_cf_pct, team_id, opp_team_id
    from fact_shift_players
)
select h.shift_id
from sides as h
inner join sides as a on a.shift_id = h.shift_id and a.venue = 'away'
where h.venue = 'home'
    and (
        (
            h.cf, h.ca, h.ff, h.fa, h.sf, h.sa, h.scf, h.sca, h.hdf, h.hda, h.gf, h.ga, h.gf_ev,
            h.ga_ev, h.gf_pp, h.ga_pp, h.gf_pk, h.ga_pk, h.fo_won, h.fo_lost, h.pm,
            h.score_differential, h.strength, h.start_zone, h.end_zone, h.team_id, h.opp_team_id
        ) is distinct from (
            a.ca, a.cf, a.fa, a.ff, a.sa, a.sf, a.sca, a.scf, a.hda, a.hdf, a.ga, a.gf, a.ga_ev,
            a.gf_ev, a.ga_pk, a.gf_pk, a.ga_pp, a.gf_pp, a.fo_lost, a.fo_won, -a.pm,
            -a.score_differential,
            split_part(a.strength, 'v', 2) || 'v' || split_part(a.strength, 'v', 1),
            translate(a.start_zone, 'od', 'do'), translate(a.end_zone, 'od', 'do'),
            a.opp_team_id, a.team_id
        )
        or abs(h.expected_cf_pct + a.expected_cf_pct - 100) > 1e-9
    )
