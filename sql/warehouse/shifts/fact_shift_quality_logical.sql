-- fact_shift_quality_logical: the shifts of a skater put together: their quality, and his goal
-- difference against the one that the ratings on the ice let one expect.
-- doc: warehouse page 20, 4
-- grain: one row per game and skater
-- key: game_id, player_id
-- by: game
-- order: game_id, player_id
with
shift as not materialized (
    select
        player_no,
        slot_no,
        player_id,
        logical_shift,
        rating,
        game_id,
        shift_duration,
        opp_avg_rating,
        gf,
        ga,
        pm,
        cf,
        ca,
        expected_cf_pct
    from (
        select player_no, slot_no, player_id, side_no, logical_shift, rating
        from base_lineup_player
        where player_id is not null and position <> 'G'
    ) as player
    join (select * from base_shift_side where period between 1 and 4) as side using (side_no)
),
logical as (
    select
        player_no,
        shift_points(sum(shift_duration), sum(pm), sum(cf) - sum(ca)) as points
    from shift
    group by player_no, logical_shift
),
quality as (
    select player_no, count(*)::integer as logical_shifts, avg(points) as points
    from logical
    group by player_no
),
total as (
    select
        player_no,
        min(game_id) as game_id,
        min(player_id) as player_id,
        max(rating) as player_rating,
        sum(shift_duration) as toi_seconds,
        sum(opp_avg_rating * shift_duration)
            / nullif(sum(shift_duration) filter (where opp_avg_rating is not null), 0)
            as avg_opp_rating,
        sum(gf)::integer as gf_all,
        sum(ga)::integer as ga_all,
        sum(cf)::integer as cf,
        sum(ca)::integer as ca,
        sum((gf + ga) * (expected_cf_pct / 50 - 1)) as expected_pm
    from (select * from shift order by player_no, slot_no) as in_time
    group by player_no
)
select
    game_id,
    player_id,
    logical_shifts,
    toi_seconds,
    points as avg_quality_score,
    player_full_name as player_name,
    player_rating,
    avg_opp_rating,
    gf_all,
    ga_all,
    cf,
    ca,
    gf_all - ga_all as pm_all,
    toi_seconds / 60 as toi_minutes,
    100 * cf::double precision / nullif(cf + ca, 0) as cf_pct,
    avg_opp_rating as qoc,
    expected_pm,
    gf_all - ga_all - expected_pm as pm_vs_expected,
    case
        when round((gf_all - ga_all - expected_pm)::numeric, 9) > 0.5 then 'overperform'
        when round((gf_all - ga_all - expected_pm)::numeric, 9) < -0.5 then 'underperform'
        when expected_pm is not null then 'expected'
    end as performance
from total
join quality using (player_no)
left join dim_player using (player_id)
order by game_id, player_id
