-- fact_shot_danger__xg_is_of_shots_on_goal: exactly the shots on goal are worth something, and
-- none is worth more than 0.95 goals.
select d.event_index, d.xg, e.is_sog
from fact_shot_danger as d
inner join fact_events as e on e.event_id = d.event_index
where (d.xg > 0) <> (e.is_sog = 1) or d.xg > 0.95 or d.xg < 0
