-- fact_shot_chains__entry_and_attempt_belong_together: a chain leads from an entry to an attempt
-- of the same team, game and period within a minute.
select c.chain_id, c.time_to_shot, e.team_venue as entry_venue, s.team_venue as shot_venue
from fact_shot_chains as c
left join fact_events as e on e.event_id = c.entry_event_key
left join fact_events as s on s.event_id = c.shot_event_key
where (
    e.game_id = c.game_id and s.game_id = c.game_id
    and e.period = c.period and s.period = c.period
    and e.team_venue = s.team_venue
    and e.is_zone_entry = 1
    and s.event_type = 'Shot'
    and c.time_to_shot = e.time_start_total_seconds - s.time_start_total_seconds
    and c.time_to_shot between 0 and 60
    and c.events_to_shot > 0
    and c.pass_count < c.events_to_shot
) is not true
