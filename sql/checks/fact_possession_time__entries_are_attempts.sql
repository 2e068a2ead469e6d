-- fact_possession_time__entries_are_attempts: a player entered and left a zone no more often than
-- he tried.
select p.game_id, p.player_id, p.zone_entries, e.total_entries, p.zone_exits, x.total_exits
from fact_possession_time as p
left join fact_zone_entry_summary as e on e.game_id = p.game_id and e.player_id = p.player_id
left join fact_zone_exit_summary as x on x.game_id = p.game_id and x.player_id = p.player_id
where p.zone_entries > coalesce(e.total_entries, 0)
    or p.zone_exits > coalesce(x.total_exits, 0)
