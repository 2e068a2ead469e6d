-- fact_shot_players__one_shooter: an attempt has its rows of fact_event_players, one of them the
-- shooter's.
with
wanted as (
    select event_id, count(*) as players
    from fact_event_players
    join fact_shot_event using (event_id)
    group by event_id
),
found as (
    select event_id, count(*) as players, count(*) filter (where is_shooter) as shooters
    from fact_shot_players
    group by event_id
)
select event_id, wanted.players, found.players, shooters
from wanted
full join found using (event_id)
where wanted.players is distinct from found.players or shooters is distinct from 1
