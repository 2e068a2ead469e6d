-- fact_player_game_stats__counts_every_named_player: goals, attempts, passes and face-offs of the
-- skaters of a game are those of fact_events whose first player is one of them.
with
event as (
    select
        event.game_id,
        count(*) filter (where event.is_goal = 1) as goals,
        count(*) filter (where event.event_type = 'Shot') as shots,
        count(*) filter (where event.event_type = 'Shot' and event.is_sog = 1) as sog,
        count(*) filter (where event.event_type = 'Faceoff') as fo_wins,
        count(*) filter (where event.event_type = 'Pass') as pass_attempts,
        count(*) filter (where event.is_giveaway = 1) as giveaways,
        count(*) filter (where event.is_takeaway = 1) as takeaways
    from fact_events as event
    join fact_event_players as player using (event_id)
    join fact_player_game_stats as stats
        on stats.game_id = event.game_id and stats.player_id = player.player_id
    where player.player_role = 'event_player_1' and event.period <= 4
    group by event.game_id
),
skater as (
    select
        game_id,
        sum(goals) as goals,
        sum(shots) as shots,
        sum(sog) as sog,
        sum(fo_wins) as fo_wins,
        sum(pass_attempts) as pass_attempts,
        sum(giveaways) as giveaways,
        sum(takeaways) as takeaways
    from fact_player_game_stats
    group by game_id
)
select game_id, statistic, skater_value, event_value
from skater
left join event using (game_id)
cross join lateral (values
    ('goals', skater.goals, event.goals),
    ('shots', skater.shots, event.shots),
    ('sog', skater.sog, event.sog),
    ('fo_wins', skater.fo_wins, event.fo_wins),
    ('pass_attempts', skater.pass_attempts, event.pass_attempts),
    ('giveaways', skater.giveaways, event.giveaways),
    ('takeaways', skater.takeaways, event.takeaways)
) as both_ways (statistic, skater_value, event_value)
where skater_value <> coalesce(event_value, 0)
