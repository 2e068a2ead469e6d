-- dim_rating_matchup__every_difference_has_one: every difference of ratings lies in one class; the
-- bound nearer to 0 belongs to it, except in Even.
select difference, count(matchup_id) as classes
from generate_series(-4, 4, 0.01) as difference
left join dim_rating_matchup
    on case
        when min_diff > 0 then difference >= min_diff and difference < max_diff
        when max_diff < 0 then difference > min_diff and difference <= max_diff
        else difference > min_diff and difference < max_diff
    end
group by difference
having count(matchup_id) <> 1
