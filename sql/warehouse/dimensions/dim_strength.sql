-- dim_strength: skaters against skaters, extra attackers counted.
-- avg_toi_pct: share of the ice time of all tracked games, in percent, seen from both sides. NULL
-- in all rows without a line-up. The tables of a game take the ids from base_strength, which does
-- not wait for the line-ups of all games.
-- grain: one row per strength
-- key: strength_id
with
total as (
    select nullif(sum(seconds), 0) as seconds from base_strength_time
),
measured as (
    select strength_code, sum(seconds) as seconds
    from base_strength_time
    group by strength_code
),
pairs as (
    select
        base_strength.*,
        coalesce(measured.seconds, 0) as seconds
    from base_strength
    left join measured using (strength_code)
)
select
    strength_id,
    strength_code,
    strength_name,
    situation_type,
    xg_multiplier,
    description,
    100 * case strength_code
        when 'all' then total.seconds
        when 'ev' then sum(pairs.seconds) filter (where situation_type = 'even') over ()
        when 'pp_all' then sum(pairs.seconds) filter (where situation_type = 'pp') over ()
        else pairs.seconds
    end / total.seconds as avg_toi_pct
from pairs
cross join total
order by strength_id
