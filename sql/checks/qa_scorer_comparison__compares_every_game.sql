-- qa_scorer_comparison__compares_every_game: goals, attempts and shots on goal of every tracked
-- game are compared, and a match differs by none.
select g.game_id, count(q.comparison_key) as metrics
from (select distinct game_id from fact_events) as g
left join qa_scorer_comparison as q
    on q.game_id = g.game_id
    and q.metric in ('goals', 'shots', 'sog')
    and q.match = (q.difference = 0)
    and q.difference = abs(q.events_value - q.stats_value)
group by g.game_id
having count(q.comparison_key) <> 3
