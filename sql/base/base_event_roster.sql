-- base_event_roster: the players of an event in one row: what its first player did and who he is,
-- the ids of all by side, and the ice time of each role (warehouse page 11, 1 and 3).
-- Every event has a first player, most have no more than one other. An id stands once in a list:
-- it is left out where it equals an earlier one.
-- grain: one row per event
-- by: game
-- analyze: event_no
with
-- person_hash stands once: by it a person is found without sorting those of all events
person as materialized (
    select distinct on (person_hash)
        hashtextextended(r.player_id, r.game_id) as person_hash,
        r.game_id,
        r.player_id,
        r.position_id,
        d.player_full_name,
        d.current_skill_rating,
        t.bounds,
        t.steps,
        t.sums
    from base_tracked_roster as r
    left join dim_player as d on d.player_id = r.player_id
    left join base_player_toi as t on t.game_id = r.game_id and t.player_id = r.player_id
),

-- place: 2 to 6 beside event_player_1, 11 to 16 on the other side
others as (
    select
        a.event_no,
        a.player_id,
        case a.kind when 'event' then a.n else a.n + 10 end as place,
        ice_time(a.elapsed_start, p.bounds, p.steps, p.sums) as toi
    from base_event_player as a
    left join person as p
        on p.person_hash = hashtextextended(a.player_id, a.game_id)
        and p.player_id = a.player_id
        and p.game_id = a.game_id
    where a.role <> 'event_player_1'
),

placed as (
    select
        event_no,
        max(player_id) filter (where place = 2) as event_2,
        max(player_id) filter (where place = 3) as event_3,
        max(player_id) filter (where place = 4) as event_4,
        max(player_id) filter (where place = 5) as event_5,
        max(player_id) filter (where place = 6) as event_6,
        max(player_id) filter (where place = 11) as opp_1,
        max(player_id) filter (where place = 12) as opp_2,
        max(player_id) filter (where place = 13) as opp_3,
        max(player_id) filter (where place = 14) as opp_4,
        max(player_id) filter (where place = 15) as opp_5,
        max(player_id) filter (where place = 16) as opp_6,
        max(toi) filter (where place = 2) as event_player_2_toi,
        max(toi) filter (where place = 3) as event_player_3_toi,
        max(toi) filter (where place = 4) as event_player_4_toi,
        max(toi) filter (where place = 5) as event_player_5_toi,
        max(toi) filter (where place = 6) as event_player_6_toi,
        max(toi) filter (where place = 11) as opp_player_1_toi,
        max(toi) filter (where place = 12) as opp_player_2_toi,
        max(toi) filter (where place = 13) as opp_player_3_toi,
        max(toi) filter (where place = 14) as opp_player_4_toi,
        max(toi) filter (where place = 15) as opp_player_5_toi,
        max(toi) filter (where place = 16) as opp_player_6_toi
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
    p.player_full_name,
    p.current_skill_rating,
    p.position_id,
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
    ice_time(a.elapsed_start, p.bounds, p.steps, p.sums) as event_player_1_toi,
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
left join person as p
    on p.person_hash = hashtextextended(a.player_id, a.game_id)
    and p.player_id = a.player_id
    and p.game_id = a.game_id
left join placed as o on o.event_no = a.event_no
where a.role = 'event_player_1'
