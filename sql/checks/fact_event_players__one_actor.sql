-- fact_event_players__one_actor: every event has exactly one event_player_1.
select event_id, count(actor.player_role) as actors
from fact_events
left join (
    select event_id, player_role from fact_event_players where player_role = 'event_player_1'
) as actor using (event_id)
group by event_id
having count(actor.player_role) <> 1
