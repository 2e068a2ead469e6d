-- fact_scoring_chances__agrees_with_its_event: an attempt has a danger level, a shot on goal that
-- of its event, and the key of the event where that has one.
select s.event_id, s.danger_level, e.danger_level as event_level, s.scoring_chance_key
from fact_scoring_chances as s
inner join fact_events as e on e.event_id = s.event_id
where s.danger_level is null
    or s.danger_level <> e.danger_level
    or s.scoring_chance_key <> e.scoring_chance_key
