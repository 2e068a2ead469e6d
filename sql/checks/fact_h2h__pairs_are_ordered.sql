-- fact_h2h__pairs_are_ordered: a pair has two players, the first one in the order of text first,
-- and at least one shift.
select h2h_key, player_1_id, player_2_id, shifts_together, toi_together
from fact_h2h
where not (player_1_id < player_2_id and shifts_together > 0 and toi_together > 0)
