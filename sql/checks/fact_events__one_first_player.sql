-- fact_events__one_first_player: every event has exactly one event_player_1 row.
select e.event_id, count(p.event_id) as first_players
from fact_events as e
left join fact_event_players as p
    on p.event_id = e.event_id and p.player_role = 'event_player_1'
group by e.event_id
having count(p.event_id) <> 1
