-- fact_period_momentum: how much happened in a period, both teams together. Events are counted,
-- never players; the shoot-out is no period of play.
-- doc: warehouse page 40, 6
-- grain: one row per game and period 1 to 4 that has events
-- key: momentum_key
-- by: game
select
    'MO' || game_id::text || '_P' || period::text as momentum_key,
    game_id,
    period,
    count(*)::integer as events_count,
    count(*) filter (where is_goal)::integer as goals,
    count(*) filter (where is_shot)::integer as shots,
    count(*) filter (where is_pass)::integer as passes
from base_stat_event
where period <= 4
group by game_id, period
order by game_id, period
