-- fact_player_game_stats__windows_hold_the_attempts: attempts with a skater on the ice in the first
-- and last minutes are those of fact_events in his shifts. Left out: games in which the elapsed
-- seconds are unknown.
with
attempt as (
    select
        game_id,
        shift_id,
        team_venue,
        time_start_total_seconds as remaining,
        event_running_start - period_start_total_running_seconds as elapsed,
        least(300, (
            event_running_start - period_start_total_running_seconds + time_start_total_seconds
        ) / 2) as window_seconds
    from fact_events
    where is_corsi = 1 and period <= 4
),
counted as (
    select
        shift.game_id,
        shift.player_id,
        count(*) filter (where elapsed < window_seconds and team_venue = venue) as early_cf,
        count(*) filter (where elapsed < window_seconds and team_venue <> venue) as early_ca,
        count(*) filter (where remaining <= window_seconds and team_venue = venue) as late_cf,
        count(*) filter (where remaining <= window_seconds and team_venue <> venue) as late_ca
    from attempt
    join fact_shift_players as shift using (shift_id)
    where position <> 'G'
    group by shift.game_id, shift.player_id
)
select
    player_game_key, early_period_cf, early_cf, early_period_ca, early_ca, late_period_cf, late_cf,
    late_period_ca, late_ca
from fact_player_game_stats
left join counted using (game_id, player_id)
where game_id not in (select game_id from attempt where elapsed is null)
    and early_period_cf is not null
    and (early_period_cf, early_period_ca, late_period_cf, late_period_ca)
        is distinct from (
            coalesce(early_cf, 0), coalesce(early_ca, 0), coalesce(late_cf, 0), coalesce(late_ca, 0)
        )
