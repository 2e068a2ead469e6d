-- fact_event_chains__positions_run: positions run from 0 without a gap.
select chain_key, count(*) as rows, min(sequence_position), max(sequence_position)
from fact_event_chains
group by chain_key
having min(sequence_position) <> 0 or max(sequence_position) <> count(*) - 1
