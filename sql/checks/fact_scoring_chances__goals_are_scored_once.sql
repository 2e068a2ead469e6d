-- fact_scoring_chances__goals_are_scored_once: what scored is a Shot_Goal, and a game has no more
-- of them than goals.
select game_id, event_id, event_detail, null::bigint as scored, null::bigint as goals
from fact_scoring_chances
where is_goal and event_detail is distinct from 'Shot_Goal'
union all
select s.game_id, null, null, s.scored, e.goals
from (
    select game_id, count(*) filter (where is_goal) as scored
    from fact_scoring_chances
    group by game_id
) as s
inner join (
    select game_id, sum(is_goal) as goals
    from fact_events
    where period <= 4
    group by game_id
) as e on e.game_id = s.game_id
where s.scored > e.goals
