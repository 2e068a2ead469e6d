-- fact_events__codes_are_known: sides, zones and danger levels are codes of their dimension.
select event_id, team_venue, event_team_zone, home_team_zone, away_team_zone, danger_level
from fact_events
where team_venue not in (select venue_code from dim_venue)
    or event_team_zone not in (select zone_code from dim_zone)
    or home_team_zone not in (select zone_code from dim_zone)
    or away_team_zone not in (select zone_code from dim_zone)
    or danger_level not in (select danger_level_code from dim_danger_level)
