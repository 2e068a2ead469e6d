-- fact_event_players__codes_are_known: roles, sides and zones are codes of their dimension.
select event_id, player_role, team_venue, event_team_zone, home_team_zone, away_team_zone
from fact_event_players
where player_role not in (select role_code from dim_player_role)
    or team_venue not in (select venue_code from dim_venue)
    or event_team_zone not in (select zone_code from dim_zone)
    or home_team_zone not in (select zone_code from dim_zone)
    or away_team_zone not in (select zone_code from dim_zone)
