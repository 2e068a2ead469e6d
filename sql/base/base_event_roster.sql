-- base_event_roster: the players of an event in one row: what its first player did and who he is,
-- the ids of all by side, and the ice time of each role (warehouse page 11, 1 and 3).
-- Every event has a first player, most have no more than one other. An id stands once in a list:
-- it is left out where it equals an earlier one.
-- grain: one row per event
-- by: game
-- analyze: event_no
with
others as (
    select
        a.event_no,
        a.player_id,
        a.kind,
        a.n,
        ice_time(e.elapsed_start, t.bounds, t.steps, t.sums) as toi
    from base_event_player as a
    inner join base_event_flag as e on e.event_no = a.event_no
    left join base_player_toi as t on t.game_id = a.game_id and t.player_id = a.player_id
    where a.role <> 'event_player_1'
),

placed as (
    select
        event_no,
        max(player_id) filter (where n = 2 and kind = 'event') as event_2,
        max(player_id) filter (where n = 3 and kind = 'event') as event_3,
        max(player_id) filter (where n = 4 and kind = 'event') as event_4,
        max(player_id) filter (where n = 5 and kind = 'event') as event_5,
        max(player_id) filter (where n = 6 and kind = 'event') as event_6,
        max(player_id) filter (where n = 1 and kind = 'opp') as opp_1,
        max(player_id) filter (where n = 2 and kind = 'opp') as opp_2,
        max(player_id) filter (where n = 3 and kind = 'opp') as opp_3,
        max(player_id) filter (where n = 4 and kind = 'opp') as opp_4,
        max(player_id) filter (where n = 5 and kind = 'opp') as opp_5,
        max(player_id) filter (where n = 6 and kind = 'opp') as opp_6,
        max(toi) filter (where n = 2 and kind = 'event') as event_player_2_toi,
        max(toi) filter (where n = 3 and kind = 'event') as event_player_3_toi,
        max(toi) filter (where n = 4 and kind = 'event') as event_player_4_toi,
        max(toi) filter (where n = 5 and kind = 'event') as event_player_5_toi,
        max(toi) filter (where n = 6 and kind = 'event') as event_player_6_toi,
        max(toi) filter (where n = 1 and kind = 'opp') as opp_player_1_toi,
        max(toi) filter (where n = 2 and kind = 'opp') as opp_player_2_toi,
        max(toi) filter (where n = 3 and kind = 'opp') as opp_player_3_toi,
        max(toi) filter (where n = 4 and kind = 'opp') as opp_player_4_toi,
        max(toi) filter (where n = 5 and kind = 'opp') as opp_player_5_toi,
        max(toi) filter (where n = 6 and kind = 'opp') as opp_player_6_toi
    from others
    group by event_no
)

select
    a.event_no,
    a.player_id,
    a.side_of_puck,
    text_integer(a.jersey) as jersey,
    a.play_detail1,
    a.play_detail_2,
    a.play_detail_successful,
    a.pressured_pressurer,
    d.player_full_name,
    d.current_skill_rating,
    w.position_id,
    nullif(
        concat_ws(
            ',',
            a.player_id,
            nullif(event_2, a.player_id),
            nullif(nullif(event_3, a.player_id), event_2),
            nullif(nullif(nullif(event_4, a.player_id), event_2), event_3),
            nullif(nullif(nullif(nullif(event_5, a.player_id), event_2), event_3), event_4),
            nullif(
                nullif(nullif(nullif(nullif(event_6, a.player_id), event_2), event_3), event_4),
                event_5
            )
        ),
        ''
    ) as event_player_ids,
    nullif(
        concat_ws(
            ',',
            opp_1,
            nullif(opp_2, opp_1),
            nullif(nullif(opp_3, opp_1), opp_2),
            nullif(nullif(nullif(opp_4, opp_1), opp_2), opp_3),
            nullif(nullif(nullif(nullif(opp_5, opp_1), opp_2), opp_3), opp_4),
            nullif(nullif(nullif(nullif(nullif(opp_6, opp_1), opp_2), opp_3), opp_4), opp_5)
        ),
        ''
    ) as opp_player_ids,
    ice_time(e.elapsed_start, t.bounds, t.steps, t.sums) as event_player_1_toi,
    o.event_player_2_toi,
    o.event_player_3_toi,
    o.event_player_4_toi,
    o.event_player_5_toi,
    o.event_player_6_toi,
    o.opp_player_1_toi,
    o.opp_player_2_toi,
    o.opp_player_3_toi,
    o.opp_player_4_toi,
    o.opp_player_5_toi,
    o.opp_player_6_toi
from base_event_player as a
inner join base_event_flag as e on e.event_no = a.event_no
left join base_player_toi as t on t.game_id = a.game_id and t.player_id = a.player_id
left join placed as o on o.event_no = a.event_no
left join dim_player as d on d.player_id = a.player_id
left join base_tracked_roster as w on w.game_id = a.game_id and w.player_id = a.player_id
where a.role = 'event_player_1'
