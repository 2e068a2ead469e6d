-- dim_strength__shares_add_up: the pairs of 3 to 6 skaters have at most all of the ice time; all,
-- ev and pp_all are sums.
with
summed as (
    select
        sum(avg_toi_pct) filter (where strength_code ~ '^[3-6]v[3-6]$') as pairs,
        sum(avg_toi_pct) filter (where strength_code ~ '^[3-6]v[3-6]$' and situation_type = 'even')
            as ev,
        sum(avg_toi_pct) filter (where strength_code ~ '^[3-6]v[3-6]$' and situation_type = 'pp')
            as pp_all
    from dim_strength
)
select strength_code, avg_toi_pct, pairs, ev, pp_all
from dim_strength
cross join summed
where strength_code = 'all' and (avg_toi_pct <> 100 or pairs > 100 + 1e-9)
    or strength_code = 'ev' and abs(avg_toi_pct - ev) > 1e-9
    or strength_code = 'pp_all' and abs(avg_toi_pct - pp_all) > 1e-9
