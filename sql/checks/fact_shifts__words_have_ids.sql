-- fact_shifts__words_have_ids: the derived words are those of the dimensions; zones and situations
-- have their ids, and a situation needs skaters on both sides.
select shift_id, shift_start_type_derived, shift_stop_type_derived
from fact_shifts
where shift_start_type_id is null
    or shift_stop_type_id is null
    or (start_zone is null) <> (start_zone_id is null)
    or (end_zone is null) <> (end_zone_id is null)
    or (situation is null) <> (situation_id is null)
    or (situation is null) <> (home_team_strength = 0 or away_team_strength = 0)
