-- fact_shifts__goals_mirror: goals of one side are goals against the other, power-play goals of
-- the one short-handed goals against the other; classes with both nets kept add up.
select shift_id
from fact_shifts
where (
    home_gf_all, home_ga_all, home_gf_ev, home_ga_ev, home_gf_nen, home_ga_nen, home_gf_pp,
    home_ga_pp, home_gf_pk, home_ga_pk, home_pm_all, home_pm_ev, home_pm_nen, home_gf_nen,
    home_ga_nen
) is distinct from (
    away_ga_all, away_gf_all, away_ga_ev, away_gf_ev, away_ga_nen, away_gf_nen, away_ga_pk,
    away_gf_pk, away_ga_pp, away_gf_pp, -away_pm_all, -away_pm_ev, -away_pm_nen,
    home_gf_ev + home_gf_pp + home_gf_pk, home_ga_ev + home_ga_pp + home_ga_pk
)
or home_gf_nen > home_gf_all
or home_ga_nen > home_ga_all
or home_pm_all <> home_gf_all - home_ga_all
or home_pm_pp <> home_gf_pp - home_ga_pp
or home_pm_pk <> home_gf_pk - home_ga_pk
or away_pm_pp <> away_gf_pp - away_ga_pp
or away_pm_pk <> away_gf_pk - away_ga_pk
