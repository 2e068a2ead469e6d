-- dim_strength: skaters against skaters, extra attackers counted.
-- avg_toi_pct: share of the ice time of all tracked games, in percent, seen from both sides: a
-- line-up of home 5 and away 4 counts for 5v4 and for 4v5. NULL in all rows without a line-up.
-- It needs line-ups only, so the ids are there before the events are built.
-- grain: one row per strength
-- key: strength_id
with
lineup as (
    select home_skaters, away_skaters, start_clock - end_clock as seconds
    from base_lineup
    where live and period between 1 and 4 and home_skaters > 0 and away_skaters > 0
),
seen as (
    select home_skaters || 'v' || away_skaters as strength_code, seconds from lineup
    union all
    select away_skaters || 'v' || home_skaters, seconds from lineup
),
total as (
    select nullif(sum(seconds), 0) as seconds from seen
),
measured as (
    select strength_code, sum(seconds) as seconds from seen group by strength_code
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
