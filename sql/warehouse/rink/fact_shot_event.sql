-- fact_shot_event: where a shot attempt was made, what met the net and who stood in the goalie's
-- sight.
-- doc: warehouse page 40, 10
-- grain: one row per shot attempt of periods 1 to 4
-- key: shot_event_key
-- by: game
-- order: shot_event_key
with
screen as (
    select
        event_id,
        coalesce(
            sum(screen_score order by shot_player_key) filter (where screen_type = 'friendly'), 0
        ) as friendly_score,
        coalesce(
            sum(screen_score order by shot_player_key)
                filter (where screen_type = 'own_goal_risk'),
            0
        ) as own_score,
        count(*) filter (where is_screening) as screens
    from fact_shot_players
    where is_screening is not null
    group by event_id
)
select
    natural_key('SHE', shot.game_id, shot.event_index) as shot_event_key,
    natural_key('EV', shot.game_id, shot.event_index) as event_id,
    shot.game_id,
    shot.period,
    'Shot' as event_type,
    shot.event_detail,
    shot.is_scored as is_goal,
    shot.shooter as shooter_player_id,
    player_full_name as shooter_name,
    case shot.side when 'home' then home_team_id when 'away' then away_team_id end
        as shooter_team_id,
    place.x as shot_x,
    place.y as shot_y,
    place.distance as shot_distance,
    place.angle as shot_angle,
    friendly_score as friendly_screen_score,
    own_score as own_team_screen_score,
    friendly_score + own_score as total_screen_score,
    screens::integer as screen_count,
    friendly_score + own_score > 0.2 as is_screened,
    target_x as net_target_x,
    target_y as net_target_y,
    net_location_id,
    started_at as _export_timestamp
from base_shot as shot
join base_game as game on game.game_id = shot.game_id
left join base_shot_place as place using (event_no)
left join base_shot_target as target using (event_no)
left join screen on event_id = natural_key('EV', shot.game_id, shot.event_index)
left join dim_player on dim_player.player_id = shot.shooter
cross join run_parameter
where shot.period <= 4
order by shot_event_key
