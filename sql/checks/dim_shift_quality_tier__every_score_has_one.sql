-- dim_shift_quality_tier__every_score_has_one: every score from 0 to 100 lies in exactly one tier.
select score, count(tier_id) as tiers
from generate_series(0, 100, 0.5) as score
left join dim_shift_quality_tier
    on score >= score_min and (score < score_max or score = 100 and score_max = 100)
group by score
having count(tier_id) <> 1
