-- fact_period_momentum: how much happened in a period, both teams together. Events are counted,
-- never players; the shoot-out is no period of play.
-- doc: warehouse page 40, 6
-- grain: one row per game and period 1 to 4 that has events
-- key: momentum_key
-- by: game
select
    'MO' || e.game_id::text || '_P' || e.period::text as momentum_key,
    e.game_id,
    e.period,
    count(*)::integer as events_count,
    count(*) filter (where c.is_goal)::integer as goals,
    count(*) filter (where c.is_shot)::integer as shots,
    count(*) filter (where c.is_pass)::integer as passes
from base_event_flag as e
inner join base_event_code as c on c.code_no = e.code_no
where e.period <= 4
group by e.game_id, e.period
order by e.game_id, e.period
