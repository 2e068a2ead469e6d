-- fact_events__turnovers_add_up: giveaways and takeaways are turnovers, bad ones giveaways.
select event_id, is_turnover, is_giveaway, is_takeaway, is_bad_giveaway
from fact_events
where is_giveaway + is_takeaway > is_turnover or is_bad_giveaway > is_giveaway
