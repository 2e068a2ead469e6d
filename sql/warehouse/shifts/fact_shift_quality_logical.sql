-- fact_shift_quality_logical: the shifts of a skater put together: their quality, and his goal
-- difference against the one that the ratings on the ice let one expect.
-- doc: warehouse page 20, 4
-- grain: one row per game and skater
-- key: game_id, player_id
-- by: game
-- order: game_id, player_id
with
logical as (
    select
        player_no,
        shift_points(sum(side.shift_duration), sum(pm), sum(cf) - sum(ca)) as points
    from base_lineup_player as player
    join base_shift_side as side using (side_no)
    where player_no is not null and position <> 'G' and side.period between 1 and 4
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
        game_id,
        player_id,
        player_rating,
        toi_seconds::double precision as toi_seconds,
        opp_avg_rating_sum / nullif(opp_avg_rating_seconds, 0) as avg_opp_rating,
        plus_total as gf_all,
        minus_total as ga_all,
        corsi_for as cf,
        corsi_against as ca,
        expected_pm
    from base_player_ice
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
