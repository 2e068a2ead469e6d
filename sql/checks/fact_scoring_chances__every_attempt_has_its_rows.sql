-- fact_scoring_chances__every_attempt_has_its_rows: an attempt of periods 1 to 4 has one row in
-- each table of attempts, and nothing else has one.
select
    coalesce(e.event_id, s.event_id, d.event_index, o.event_id) as event_id,
    e.event_type,
    s.scoring_chance_key,
    d.shot_danger_key,
    o.shot_event_key
from (select * from fact_events where period <= 4 and event_type = 'Shot') as e
full join fact_scoring_chances as s on s.event_id = e.event_id
full join fact_shot_danger as d on d.event_index = coalesce(e.event_id, s.event_id)
full join fact_shot_event as o on o.event_id = coalesce(e.event_id, s.event_id, d.event_index)
where e.event_id is null or s.event_id is null or d.event_index is null or o.event_id is null
union all
select event_id, event_type, null, null, null
from fact_events
where is_corsi = 1 and event_type <> 'Shot'
