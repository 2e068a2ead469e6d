-- fact_shot_xy: the shot map: the attempts whose place is known.
-- doc: warehouse page 40, 10
-- grain: one row per placed shot attempt of periods 1 to 4
-- key: shot_xy_key
-- by: game
-- order: shot_xy_key
select
    natural_key('SXY', shot.game_id, shot.event_index) as shot_xy_key,
    shot.game_id,
    shot.event_index,
    event.event_id as event_key,
    event.event_id,

    -- the shooter
    shot.shooter as player_id,
    natural_key('EP', shot.game_id, shot.event_index) || 'E1' as player_key,
    case shot.side when 'home' then event.home_team_id when 'away' then event.away_team_id end
        as team_id,
    shot.side as team_venue,

    -- when and where
    shot.period,
    event.period_id,
    place.x as shot_x,
    place.y as shot_y,
    grid_cell(place.x, place.y) as shot_rink_coord_id,
    case shot.side
        when 'home' then grid_cell(place.x, place.y)
        else grid_cell(- place.x, - place.y)
    end as shot_rink_coord_id_home,
    case shot.side
        when 'away' then grid_cell(place.x, place.y)
        else grid_cell(- place.x, - place.y)
    end as shot_rink_coord_id_away,
    place.distance as shot_distance,
    place.angle as shot_angle,
    target.target_x,
    target.target_y,
    target.net_location_id,

    -- what became of it
    shot.type_code as shot_type,
    outcome.shot_outcome_code as shot_result,
    shot.is_scored as is_goal,
    shot.is_sog as is_on_net,
    event.strength_id,
    goalie.player_id as goalie_player_id,
    shot.xg,
    event.running_video_time,
    place.distance,
    place.angle,
    place.danger_zone,
    started_at as _export_timestamp
from base_shot_place as place
join base_shot as shot using (event_no)
left join base_shot_target as target using (event_no)
join fact_events as event
    on event.event_id = natural_key('EV', shot.game_id, shot.event_index)
left join dim_shot_outcome as outcome using (shot_outcome_id)
left join base_event_goalie as goalie on goalie.event_no = shot.event_no
cross join run_parameter
where shot.period <= 4
order by shot_xy_key
