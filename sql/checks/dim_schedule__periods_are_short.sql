-- dim_schedule__periods_are_short: no period lasts an hour: the hours of the sheet are an
-- artefact.
select game_id, period_length, ot_period_length
from dim_schedule
where period_length >= '01:00:00' or ot_period_length >= '01:00:00'
