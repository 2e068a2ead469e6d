-- fact_shot_danger__agrees_with_the_others: context, result, worth, zone and place of an attempt
-- are the same in every table of attempts.
select d.event_index as event_id
from fact_shot_danger as d
inner join fact_scoring_chances as s on s.event_id = d.event_index
inner join fact_shot_event as o on o.event_id = d.event_index
left join fact_shot_xy as x on x.event_id = d.event_index
where d.is_rush <> s.is_rush
    or d.is_rebound <> s.is_rebound
    or d.is_one_timer <> coalesce(s.shot_type in ('OneTime', 'OneTimer'), false)
    or s.is_goal <> o.is_goal
    or d.shot_distance is distinct from o.shot_distance
    or d.shot_angle is distinct from o.shot_angle
    or d.shot_distance is distinct from x.shot_distance
    or x.event_id is not null and (
        x.xg <> d.xg
        or x.danger_zone <> d.danger_zone
        or x.is_goal <> s.is_goal
        or x.shot_type is distinct from s.shot_type
    )
