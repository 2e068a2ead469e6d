-- fact_event_players__ice_time_is_played: nobody was longer on the ice than the game took, unless
-- line-ups overlap.
select p.event_id, p.player_role, p.player_toi, p.event_running_start
from fact_event_players as p
where p.player_toi > p.event_running_start
    and p.game_id not in (select game_id from base_lineup_ice where is_overlapped)
