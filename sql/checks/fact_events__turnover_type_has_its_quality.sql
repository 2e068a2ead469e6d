-- fact_events__turnover_type_has_its_quality: the quality of a turnover type is that of the event.
select event_id, turnover_type_id, turnover_quality_id, quality
from fact_events
join dim_turnover_type using (turnover_type_id)
left join dim_turnover_quality using (turnover_quality_id)
where turnover_quality_code is distinct from quality
