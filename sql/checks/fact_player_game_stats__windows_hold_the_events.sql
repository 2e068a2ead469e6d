-- fact_player_game_stats__windows_hold_the_events: goals and attempts of the first and last minutes
-- are those whose elapsed and remaining seconds say so, by fact_events. Left out: games in which
-- the elapsed seconds are unknown.
with
event as (
    select
        event.game_id,
        player_id,
        event.is_goal,
        event.event_type = 'Shot' as is_shot,
        event.time_start_total_seconds as remaining,
        event.event_running_start - event.period_start_total_running_seconds as elapsed,
        least(300, (
            event.event_running_start - event.period_start_total_running_seconds
            + event.time_start_total_seconds
        ) / 2) as window_seconds
    from fact_events as event
    join fact_event_players as player using (event_id)
    where player.player_role = 'event_player_1' and event.period <= 4
),
counted as (
    select
        game_id,
        player_id,
        count(*) filter (where is_goal = 1 and elapsed < window_seconds) as early_goals,
        count(*) filter (where is_goal = 1 and remaining <= window_seconds) as late_goals,
        count(*) filter (where is_shot and elapsed < window_seconds) as early_shots,
        count(*) filter (where is_shot and remaining <= window_seconds) as late_shots
    from event
    group by game_id, player_id
)
select
    player_game_key, early_period_goals, early_goals, late_period_goals, late_goals,
    early_period_shots, early_shots, late_period_shots, late_shots
from fact_player_game_stats
left join counted using (game_id, player_id)
where game_id not in (select game_id from event where elapsed is null)
    and (early_period_goals, late_period_goals, early_period_shots, late_period_shots)
        is distinct from (
            coalesce(early_goals, 0), coalesce(late_goals, 0), coalesce(early_shots, 0),
            coalesce(late_shots, 0)
        )
