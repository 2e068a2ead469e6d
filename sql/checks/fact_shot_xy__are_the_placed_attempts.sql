-- fact_shot_xy__are_the_placed_attempts: the shot map has the attempts of fact_shot_event with a
-- place, with the worth and danger of fact_shot_danger.
select coalesce(map.event_id, shot.event_id) as event_id, map.xg, danger.xg
from fact_shot_event as shot
full join fact_shot_xy as map using (event_id)
left join fact_shot_danger as danger on danger.event_index = map.event_id
where (shot.shot_x is null) <> (map.event_id is null)
    or map.shot_x <> shot.shot_x
    or map.is_goal <> shot.is_goal
    or map.xg <> danger.xg
    or map.danger_zone <> danger.danger_zone
    or map.event_id is not null and danger.event_index is null
