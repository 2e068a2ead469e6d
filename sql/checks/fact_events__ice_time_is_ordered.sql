-- fact_events__ice_time_is_ordered: least, mean and greatest ice time are in this order.
select event_id, team_on_ice_toi_min, team_on_ice_toi_avg, team_on_ice_toi_max
from fact_events
where team_on_ice_toi_min > team_on_ice_toi_avg + 1e-6
    or team_on_ice_toi_avg > team_on_ice_toi_max + 1e-6
    or opp_on_ice_toi_min > opp_on_ice_toi_avg + 1e-6
    or opp_on_ice_toi_avg > opp_on_ice_toi_max + 1e-6
