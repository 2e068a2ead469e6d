-- fact_event_chains__rows_of_players: the chains hold the rows of fact_event_players.
select c.chains, p.players
from (select count(*) as chains from fact_event_chains) as c
cross join (select count(*) as players from fact_event_players) as p
where c.chains <> p.players
