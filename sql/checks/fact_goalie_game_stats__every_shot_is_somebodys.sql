-- fact_goalie_game_stats__every_shot_is_somebodys: the goalies of a game have all of its saves, and
-- all of its goals but those into an empty net. Without a known goalie in the line-up the event may
-- name him or not.
with
event as (
    select
        event.game_id,
        event.event_type = 'Save' as is_save,
        shift.shift_id is not null as is_on_shift,
        case
            when (event.team_venue = 'home') = (event.event_type = 'Save') then shift.home_goalie
            else shift.away_goalie
        end as jersey,
        case
            when (event.team_venue = 'home') = (event.event_type = 'Save') then shift.home_goalie_id
            else shift.away_goalie_id
        end as player_id
    from fact_events as event
    left join fact_shifts as shift using (shift_id)
    where event.period between 1 and 4
        and event.team_venue is not null
        and (event.event_type = 'Save' or event.is_goal = 1)
),
bound as (
    select
        game_id,
        count(*) filter (where is_save and player_id is not null) as saves,
        count(*) filter (where is_save and (jersey is not null or not is_on_shift)) as most_saves,
        count(*) filter (where not is_save and player_id is not null) as goals,
        count(*) filter (where not is_save and (jersey is not null or not is_on_shift))
            as most_goals
    from event
    group by game_id
),
goalie as (
    select game_id, sum(saves) as saves, sum(goals_against) as goals
    from fact_goalie_game_stats
    group by game_id
)
select game_id, goalie.saves, bound.saves, most_saves, goalie.goals, bound.goals, most_goals
from bound
left join goalie using (game_id)
where coalesce(goalie.saves, 0) not between bound.saves and most_saves
    or coalesce(goalie.goals, 0) not between bound.goals and most_goals
