-- fact_event_players__sides_of_roles: event roles have the event's side, opponents the other one.
select p.event_id, p.player_role, p.team_venue, e.team_venue as event_side
from fact_event_players as p
inner join fact_events as e on e.event_id = p.event_id
where p.team_venue is distinct from case
    when p.role_abrev_binary = 'e' then e.team_venue
    when e.team_venue = 'home' then 'away'
    when e.team_venue = 'away' then 'home'
end
