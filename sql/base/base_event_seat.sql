-- base_event_seat: who took part in an event, with what is known of the player: who he is, where he
-- played, his ice time so far (warehouse page 11, 1 and 2). Event and place are its key: rows read
-- by them come in the order of time and of roles without a sort.
-- place: 1…6 for event_player_1…6, 11…16 for opp_player_1…6. is_home: NULL without a side.
-- grain: one row per event and role, in the order of time
-- key: event_no, place
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
)

select
    a.event_no,
    case a.kind when 'event' then a.n else a.n + 10 end as place,
    a.kind = 'event' as is_own,
    a.n,
    a.role,
    a.side = 'home' as is_home,
    a.side,
    a.player_id,
    text_integer(a.jersey) as jersey,
    a.side_of_puck,
    a.play_detail1,
    d1.play_detail_id,
    a.play_detail_2,
    d2.play_detail_2_id,
    a.play_detail_successful,
    a.pressured_pressurer,
    p.player_full_name,
    p.current_skill_rating,
    p.position_id,
    ice_time(a.elapsed_start, p.bounds, p.steps, p.sums) as toi
from base_event_player as a
left join person as p
    on p.person_hash = hashtextextended(a.player_id, a.game_id)
    and p.player_id = a.player_id
    and p.game_id = a.game_id
left join dim_play_detail as d1 on d1.play_detail_code = a.play_detail1
left join dim_play_detail_2 as d2 on d2.play_detail_2_code = a.play_detail_2
order by a.event_no, place
