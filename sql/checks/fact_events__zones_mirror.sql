-- fact_events__zones_mirror: home and away see the same place from the other end.
select event_id, home_team_zone, away_team_zone
from fact_events
where away_team_zone is distinct from translate(home_team_zone, 'od', 'do')
