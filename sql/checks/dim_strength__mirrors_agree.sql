-- dim_strength__mirrors_agree: each pair of 3 to 6 skaters stands in one row, and mirrored pairs
-- have mirrored kinds and equal shares of ice time.
with
pair as (
    select h, a, h || 'v' || a as code, a || 'v' || h as mirror
    from generate_series(3, 6) as h
    cross join generate_series(3, 6) as a
),
mirrored (situation_type, mirror_type) as (
    values
        ('even', 'even'),
        ('pp', 'pk'),
        ('pk', 'pp'),
        ('en', 'en_d'),
        ('en_d', 'en'),
        ('en_pp', 'en_pk'),
        ('en_pk', 'en_pp')
)
select code, own.situation_type, own.avg_toi_pct, other.situation_type as mirror_type
from pair
left join dim_strength as own on own.strength_code = code
left join dim_strength as other on other.strength_code = mirror
left join mirrored on mirrored.situation_type = own.situation_type
where own.strength_id is null
    or mirrored.mirror_type is distinct from other.situation_type
    or own.avg_toi_pct is distinct from other.avg_toi_pct
