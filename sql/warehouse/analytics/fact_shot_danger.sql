-- fact_shot_danger: how dangerous an attempt was: from where, in which context, and what it was
-- worth in goals. The zone is that of the recorded place; where there is none, what the tracker
-- told decides.
-- doc: warehouse page 40, 2
-- grain: one row per shot attempt of periods 1 to 4, in the order of time
-- key: shot_danger_key
-- by: game
select
    natural_key('SD', s.game_id, s.event_index) as shot_danger_key,
    s.game_id,
    natural_key('EV', s.game_id, s.event_index) as event_index,
    g.season_id,
    case
        when p.event_no is not null then p.danger_zone
        when s.is_deflection or s.is_rebound or s.is_one_timer then 'high'
        when s.is_rush or s.is_screened then 'medium'
        when s.zone = 'o' then 'low'
        when s.zone in ('n', 'd') then 'perimeter'
    end as danger_zone,
    s.xg,
    s.is_rebound,
    s.is_rush,
    s.is_one_timer,
    p.distance as shot_distance,
    p.angle as shot_angle
from base_shot as s
inner join base_game as g on g.game_id = s.game_id
left join base_shot_place as p on p.event_no = s.event_no
where s.period <= 4
order by s.event_no
