-- fact_events__chances_have_danger: scoring chances are the shots on goal, each with a danger.
select event_id, is_scoring_chance, is_sog, danger_level
from fact_events
where is_scoring_chance <> is_sog
    or (danger_level is null) <> (is_scoring_chance = 0)
    or (is_high_danger = 1) <> coalesce(danger_level = 'high', false)
