-- qa_data_completeness__is_of_every_game: every tracked game is judged, a game that is complete has
-- events, shifts and rosters, and a complete status needs the events.
select g.game_id, q.has_events, q.has_shifts, q.has_rosters, q.is_complete, s.tracking_status
from (select distinct game_id from fact_events) as g
full join qa_data_completeness as q on q.game_id = g.game_id
left join fact_game_status as s on s.game_id = g.game_id
where g.game_id is null
    or q.is_complete is distinct from (q.has_events and q.has_shifts and q.has_rosters)
    or s.tracking_status = 'COMPLETE' and not q.has_events
