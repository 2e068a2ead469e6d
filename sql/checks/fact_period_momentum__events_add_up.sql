-- fact_period_momentum__events_add_up: a period has its events, goals, attempts and passes.
select
    e.game_id,
    e.period,
    m.events_count,
    e.events,
    m.goals,
    e.goals as goals_of_events,
    m.shots,
    e.shots as shots_of_events
from (
    select
        game_id,
        period,
        count(*) as events,
        sum(is_goal) as goals,
        count(*) filter (where event_type = 'Shot') as shots,
        count(*) filter (where event_type = 'Pass') as passes
    from fact_events
    where period <= 4
    group by game_id, period
) as e
full join fact_period_momentum as m on m.game_id = e.game_id and m.period = e.period
where m.events_count is distinct from e.events
    or m.goals is distinct from e.goals
    or m.shots is distinct from e.shots
    or m.passes is distinct from e.passes
