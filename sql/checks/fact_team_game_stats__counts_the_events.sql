-- fact_team_game_stats__counts_the_events: the teams of a game together have its events, the
-- shoot-out left out and whoever acted.
with
event as (
    select
        game_id,
        count(*) filter (where is_goal = 1) as goals,
        count(*) filter (where event_type = 'Shot') as shots,
        count(*) filter (where is_sog = 1) as sog,
        count(*) filter (where is_corsi = 1) as corsi,
        count(*) filter (where is_fenwick = 1) as fenwick,
        count(*) filter (where is_giveaway = 1) as giveaways,
        count(*) filter (where is_takeaway = 1) as takeaways,
        count(*) filter (where event_type = 'Hit') as hits
    from fact_events
    where period between 1 and 4 and team_venue is not null
    group by game_id
),
team as (
    select
        game_id,
        sum(goals) as goals,
        sum(shots) as shots,
        sum(sog) as sog,
        sum(corsi_for) as corsi,
        sum(fenwick_for) as fenwick,
        sum(giveaways) as giveaways,
        sum(takeaways) as takeaways,
        sum(hits) as hits
    from fact_team_game_stats
    group by game_id
)
select game_id, event.goals, team.goals, event.shots, team.shots, event.sog, team.sog
from event
full join team using (game_id)
where event is distinct from team
