-- fact_shot_players: who took part in a shot attempt, where he was and whether he screened the
-- goalie. Judged are the players with a point on a placed attempt, but not the shooter and the
-- keeper; only for them the columns about screening are filled.
-- doc: warehouse page 40, 10
-- grain: one row per attempt of periods 1 to 4 and role
-- key: shot_player_key
-- by: game
-- order: shot_player_key
with
player_end as (
    select event_no, role, x, y from base_point where path = 'player' and is_end
),
puck_end as (
    select event_no, x, y from base_point where path = 'puck' and is_end
),
taken as (
    select
        player.event_no,
        player.game_id,
        player.event_index,
        player.player_id,
        player.role,
        player.kind,
        player.n,
        player.role = 'event_player_1' as is_shooter,
        player.kind = 'opp' and player.player_id is not null
            and player.player_id is not distinct from goalie.player_id as is_keeper,
        own.x,
        own.y,
        place.x as shot_x,
        place.y as shot_y,
        place.distance as shot_feet,
        puck.x as puck_x,
        puck.y as puck_y
    from base_shot as shot
    join base_event_player as player using (event_no)
    left join base_event_goalie as goalie using (event_no)
    left join player_end as own on own.event_no = shot.event_no and own.role = player.role
    left join puck_end as puck on puck.event_no = shot.event_no
    left join base_shot_place as place on place.event_no = shot.event_no
    where shot.period <= 4
),
kept as (
    select distinct on (event_no) event_no, x as keeper_x, y as keeper_y
    from taken
    where is_keeper and x is not null
    order by event_no, n
),
measured as (
    select
        taken.*,
        x is not null and shot_x is not null and not is_shooter and not is_keeper as is_judged,
        point_distance(x, y, keeper_x, keeper_y) as keeper_feet,
        net_distance(x, y) as net_feet,
        degrees(atan2(y, 89 - x)) - degrees(atan2(shot_y, 89 - shot_x)) as bearing_off,
        -- from the place to the net
        89 - shot_x as line_x,
        - shot_y as line_y,
        x - shot_x as from_shot_x,
        y - shot_y as from_shot_y
    from taken
    left join kept using (event_no)
),
judged as (
    select
        event_no,
        role,
        net_feet,
        net_feet < shot_feet and abs(bearing_off) < 20 as in_cone,
        -- how far along the path the foot of the perpendicular lies, and how far beside it he is
        (from_shot_x * line_x + from_shot_y * line_y) / nullif(shot_feet * shot_feet, 0) as along,
        coalesce(
            abs(from_shot_x * line_y - from_shot_y * line_x) / nullif(shot_feet, 0), 0
        ) as path_feet,
        degrees(2 * atan(1 / greatest(net_feet, 1))) as coverage,
        greatest(0.1, least(1, 1 - (net_feet - 5) / 30)) as factor
    from measured
    where is_judged
),
pathed as (
    select
        *,
        path_feet < 3 and coalesce(along > 0 and along < 1, false) as in_path
    from judged
),
scored as (
    select
        *,
        case
            when in_cone and net_feet < 25 then least(
                1,
                least(coverage / 15, 1) * factor * case when in_path then 1.5 else 1 end
            )
            else 0
        end as score
    from pathed
)
select
    natural_key('SHP', measured.game_id, event_index) || path_role(role) as shot_player_key,
    natural_key('EV', measured.game_id, event_index) as event_id,
    measured.game_id,
    player_id,
    player_full_name as player_name,
    role as player_role,
    kind = 'event' as is_shooter_team,
    is_shooter,
    x as player_x,
    y as player_y,
    point_distance(x, y, shot_x, shot_y) as distance_to_shooter,
    point_distance(x, y, puck_x, puck_y) as distance_to_puck,
    measured.net_feet as distance_to_net,
    in_cone as is_in_vision_cone,
    in_path as is_in_puck_path,
    keeper_feet as distance_to_goalie,
    path_feet as distance_to_shot_path,
    coverage as angular_coverage_degrees,
    factor as distance_factor,
    score as screen_score,
    score > 0.1 as is_screening,
    case
        when score is null then null
        when score <= 0.1 then 'none'
        when kind = 'event' then 'friendly'
        else 'own_goal_risk'
    end as screen_type,
    started_at as _export_timestamp
from measured
left join scored using (event_no, role)
left join dim_player using (player_id)
cross join run_parameter
order by shot_player_key
