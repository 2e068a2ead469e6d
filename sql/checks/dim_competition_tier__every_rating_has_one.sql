-- dim_competition_tier__every_rating_has_one: every mean rating from 2 to 6 lies in exactly one
-- tier.
select rating, count(competition_tier_id) as tiers
from generate_series(2, 6, 0.01) as rating
left join dim_competition_tier
    on rating >= min_rating and (rating < max_rating or rating = 6 and max_rating = 6)
group by rating
having count(competition_tier_id) <> 1
