-- base_event_roster: the players of an event in one row: their ids by side, and the ice time
-- of each role (warehouse page 11, 3).
-- grain: one row per event
-- by: game
-- analyze: event_no
with
players as (
    select
        p.event_no,
        max(p.player_id) filter (where p.role = 'event_player_1') as event_1,
        max(p.player_id) filter (where p.role = 'event_player_2') as event_2,
        max(p.player_id) filter (where p.role = 'event_player_3') as event_3,
        max(p.player_id) filter (where p.role = 'event_player_4') as event_4,
        max(p.player_id) filter (where p.role = 'event_player_5') as event_5,
        max(p.player_id) filter (where p.role = 'event_player_6') as event_6,
        max(p.player_id) filter (where p.role = 'opp_player_1') as opp_1,
        max(p.player_id) filter (where p.role = 'opp_player_2') as opp_2,
        max(p.player_id) filter (where p.role = 'opp_player_3') as opp_3,
        max(p.player_id) filter (where p.role = 'opp_player_4') as opp_4,
        max(p.player_id) filter (where p.role = 'opp_player_5') as opp_5,
        max(p.player_id) filter (where p.role = 'opp_player_6') as opp_6
    from base_event_player as p
    group by p.event_no
),

times as (
    select
        event_no,
        max(toi) filter (where role = 'event_player_1') as event_player_1_toi,
        max(toi) filter (where role = 'event_player_2') as event_player_2_toi,
        max(toi) filter (where role = 'event_player_3') as event_player_3_toi,
        max(toi) filter (where role = 'event_player_4') as event_player_4_toi,
        max(toi) filter (where role = 'event_player_5') as event_player_5_toi,
        max(toi) filter (where role = 'event_player_6') as event_player_6_toi,
        max(toi) filter (where role = 'opp_player_1') as opp_player_1_toi,
        max(toi) filter (where role = 'opp_player_2') as opp_player_2_toi,
        max(toi) filter (where role = 'opp_player_3') as opp_player_3_toi,
        max(toi) filter (where role = 'opp_player_4') as opp_player_4_toi,
        max(toi) filter (where role = 'opp_player_5') as opp_player_5_toi,
        max(toi) filter (where role = 'opp_player_6') as opp_player_6_toi
    from base_player_toi
    where event_no is not null
    group by event_no
)

select
    p.event_no,
    nullif(
        concat_ws(
            ',',
            event_1,
            case
                when (event_2 = any (array[event_1])) is not true then event_2
            end,
            case
                when (event_3 = any (array[event_1, event_2])) is not true then event_3
            end,
            case
                when (event_4 = any (array[event_1, event_2, event_3])) is not true then event_4
            end,
            case
                when (event_5 = any (array[event_1, event_2, event_3, event_4])) is not true
                    then event_5
            end,
            case
                when
                    (event_6 = any (array[event_1, event_2, event_3, event_4, event_5]))
                    is not true
                    then event_6
            end
        ),
        ''
    ) as event_player_ids,
    nullif(
        concat_ws(
            ',',
            opp_1,
            case
                when (opp_2 = any (array[opp_1])) is not true then opp_2
            end,
            case
                when (opp_3 = any (array[opp_1, opp_2])) is not true then opp_3
            end,
            case
                when (opp_4 = any (array[opp_1, opp_2, opp_3])) is not true then opp_4
            end,
            case
                when (opp_5 = any (array[opp_1, opp_2, opp_3, opp_4])) is not true then opp_5
            end,
            case
                when (opp_6 = any (array[opp_1, opp_2, opp_3, opp_4, opp_5])) is not true then opp_6
            end
        ),
        ''
    ) as opp_player_ids,
    t.event_player_1_toi,
    t.event_player_2_toi,
    t.event_player_3_toi,
    t.event_player_4_toi,
    t.event_player_5_toi,
    t.event_player_6_toi,
    t.opp_player_1_toi,
    t.opp_player_2_toi,
    t.opp_player_3_toi,
    t.opp_player_4_toi,
    t.opp_player_5_toi,
    t.opp_player_6_toi
from players as p
left join times as t on t.event_no = p.event_no
