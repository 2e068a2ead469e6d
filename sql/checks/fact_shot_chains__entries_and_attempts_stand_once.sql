-- fact_shot_chains__entries_and_attempts_stand_once: an entry begins one chain, an attempt ends
-- one.
select 'entry' as event, entry_event_key as event_id, count(*) as chains
from fact_shot_chains
group by entry_event_key
having count(*) > 1
union all
select 'attempt', shot_event_key, count(*)
from fact_shot_chains
group by shot_event_key
having count(*) > 1
