-- fact_player_game_stats__rebounds_are_attempts: rebound shots are attempts, the goals among them
-- goals; nobody gets to more rebounds than there were.
with
given_up as (
    select game_id, count(*) as rebounds
    from fact_events
    where event_type = 'Rebound' and period <= 4
    group by game_id
),
recovered as (
    select game_id, sum(rebound_recoveries) as recoveries
    from fact_player_game_stats
    group by game_id
)
select
    player_game_key, shots, rebound_shots, rebound_goals, goals, garbage_goals,
    crash_net_attempts, crash_net, crash_net_success, recoveries, rebounds
from fact_player_game_stats
join recovered using (game_id)
left join given_up using (game_id)
where rebound_shots > shots
    or rebound_goals > least(rebound_shots, goals)
    or garbage_goals > goals
    or crash_net_attempts is distinct from crash_net
    or crash_net_success > crash_net_attempts
    or recoveries > coalesce(rebounds, 0)
