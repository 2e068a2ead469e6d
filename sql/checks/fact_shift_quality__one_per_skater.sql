-- fact_shift_quality__one_per_skater: every linked skater of a shift of periods 1 to 4 has a row,
-- with 20 to 100 points and the tier of dim_shift_quality_tier that holds them.
select q.shift_quality_key, q.quality_score, q.shift_quality
from fact_shift_quality as q
left join dim_shift_quality_tier as t on t.tier_code = q.shift_quality
where (q.quality_score between 20 and 100) is not true
    or (
        q.quality_score >= t.score_min
        and (q.quality_score < t.score_max or q.quality_score = 100)
    ) is not true
union all
select p.shift_player_id, null, null
from fact_shift_players as p
left join fact_shift_quality as q
    on q.game_id = p.game_id and q.player_id = p.player_id and q.shift_index = p.shift_index
where p.player_id is not null
    and p.position <> 'G'
    and p.period between 1 and 4
    and q.player_id is null
