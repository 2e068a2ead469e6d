-- fact_shift_quality_logical: the shifts of a skater put together: their quality, and his goal
-- difference against the one that the ratings on the ice let one expect.
-- doc: warehouse page 20, 4
-- grain: one row per game and skater
-- key: game_id, player_id
-- by: game
-- order: game_id, player_id
with
shift as (
    select
        game_id,
        player_id,
        logical_shift_number,
        running_toi_game,
        shift_duration,
        player_rating,
        opp_avg_rating,
        gf,
        ga,
        pm,
        cf,
        ca,
        expected_cf_pct
    from fact_shift_players
    where player_id is not null and position <> 'G' and period between 1 and 4
),
logical as (
    select
        game_id,
        player_id,
        shift_points(sum(shift_duration), sum(pm), sum(cf) - sum(ca)) as points
    from shift
    group by game_id, player_id, logical_shift_number
),
quality as (
    select game_id, player_id, count(*)::integer as logical_shifts, avg(points) as points
    from logical
    group by game_id, player_id
),
total as (
    select
        game_id,
        player_id,
        max(player_rating) as player_rating,
        sum(shift_duration) as toi_seconds,
        sum(opp_avg_rating * shift_duration order by running_toi_game)
            / nullif(sum(shift_duration) filter (where opp_avg_rating is not null), 0)
            as avg_opp_rating,
        sum(gf)::integer as gf_all,
        sum(ga)::integer as ga_all,
        sum(cf)::integer as cf,
        sum(ca)::integer as ca,
        sum((gf + ga) * (expected_cf_pct / 50 - 1) order by running_toi_game) as expected_pm
    from shift
    group by game_id, player_id
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
join quality using (game_id, player_id)
left join dim_player using (player_id)
order by game_id, player_id
