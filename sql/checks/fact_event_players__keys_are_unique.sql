-- fact_event_players__keys_are_unique: event_player_key names one row.
select event_player_key, count(*) as rows
from fact_event_players
group by event_player_key
having count(*) > 1
