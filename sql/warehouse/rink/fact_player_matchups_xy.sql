-- fact_player_matchups_xy: a player of the event's team against an opponent: how far apart they
-- were when the event began and when it ended.
-- doc: warehouse page 40, 9
-- grain: one row per event, event role with points and opponent role with points
-- key: matchup_key
-- by: game
-- order: matchup_key
with
player as (
    select
        event_no,
        game_id,
        event_index,
        role,
        player_id,
        point_number as point_count,
        x_start,
        y_start,
        x as x_end,
        y as y_end
    from base_point
    where path = 'player' and is_end
),
pair as (
    select
        own.game_id,
        own.event_index,
        own.player_id,
        own.role,
        own.x_start,
        own.y_start,
        own.x_end,
        own.y_end,
        opp.player_id as opp_player_id,
        opp.role as opp_role,
        opp.x_start as opp_x_start,
        opp.y_start as opp_y_start,
        opp.x_end as opp_x_end,
        opp.y_end as opp_y_end,
        own.point_count > 1 or opp.point_count > 1 as is_moving,
        point_distance(own.x_start, own.y_start, opp.x_start, opp.y_start) as feet_start,
        point_distance(own.x_end, own.y_end, opp.x_end, opp.y_end) as feet_end
    from player as own
    join player as opp using (event_no)
    where own.role like 'event%' and opp.role like 'opp%'
)
select
    natural_key('MXY', game_id, event_index) || path_role(role) || path_role(opp_role)
        as matchup_key,
    natural_key('EV', game_id, event_index) as event_id,
    game_id,
    pair.player_id as event_player_id,
    own.player_full_name as event_player_name,
    role as event_player_role,
    x_start as event_player_x_start,
    y_start as event_player_y_start,
    x_end as event_player_x_end,
    y_end as event_player_y_end,
    opp_player_id,
    opp.player_full_name as opp_player_name,
    opp_role as opp_player_role,
    opp_x_start as opp_player_x_start,
    opp_y_start as opp_player_y_start,
    opp_x_end as opp_player_x_end,
    opp_y_end as opp_player_y_end,
    feet_start as distance_start,
    feet_end as distance_end,
    case when is_moving then feet_end - feet_start end as distance_change,
    case when is_moving then feet_end < feet_start end as is_closing,
    case when feet_end < 10 then 'tight' when feet_end < 20 then 'medium' else 'loose' end
        as gap_rating,
    started_at as _export_timestamp
from pair
left join dim_player as own on own.player_id = pair.player_id
left join dim_player as opp on opp.player_id = opp_player_id
cross join run_parameter
order by matchup_key
