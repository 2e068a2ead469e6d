-- fact_sequences__giveaway_ends_it: a giveaway is the last event of its sequence.
select event_id, sequence_key
from fact_events
where is_giveaway = 1 and sequence_key is not null and is_sequence_last = 0
