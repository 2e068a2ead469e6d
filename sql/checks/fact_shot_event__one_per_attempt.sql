-- fact_shot_event__one_per_attempt: as many rows as fact_events has attempts in periods 1 to 4.
with
wanted as (
    select game_id, sum(is_corsi) as shots from fact_events where period <= 4 group by game_id
),
found as (
    select game_id, count(*) as shots from fact_shot_event group by game_id
)
select game_id, wanted.shots, found.shots
from wanted
full join found using (game_id)
where coalesce(wanted.shots, 0) <> coalesce(found.shots, 0)
