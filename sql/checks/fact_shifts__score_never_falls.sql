-- fact_shifts__score_never_falls: where shifts do not overlap and every goal has a shift, the score
-- at the start of a shift is the sum of the goals of the shifts before it.
with
unclear as (
    select game_id from base_lineup_ice where is_overlapped
    union
    select game_id from fact_events where is_goal = 1 and (shift_id is null or team_venue is null)
),
summed as (
    select
        shift_id,
        home_goals,
        away_goals,
        coalesce(sum(home_gf_all) over earlier, 0) as home_before,
        coalesce(sum(away_gf_all) over earlier, 0) as away_before
    from fact_shifts
    where game_id not in (select game_id from unclear)
    window earlier as (
        partition by game_id order by period, shift_start_total_seconds desc, shift_index
        rows between unbounded preceding and 1 preceding
    )
)
select shift_id, home_goals, home_before, away_goals, away_before
from summed
where home_goals <> home_before or away_goals <> away_before
