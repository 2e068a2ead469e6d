-- base_event_player: who took part in an event, and how (page 10, 3.3 and 3.4), with what is known
-- of the player: who he is, where he played, his ice time so far (warehouse page 11, 1 and 2).
-- Every event has exactly one event_player_1; where nobody was named the row has no player. Event
-- and place are the key: rows read by them come in the order of time and of roles without a sort.
-- place: 1 to 6 for event_player_1 to 6, 11 to 16 for opp_player_1 to 6. number: of the jersey.
-- side: the event's for event roles, the other one for opponents. player_id: the one player of that
-- side's roster with the jersey; a save may name him itself. link says what is doubtful about it:
-- number_not_on_roster, number_ambiguous; id_unknown: the player named is not on the roster.
-- elapsed_start: the second of the game at which the event starts.
-- A jersey typed as pressure means that this opponent pressed the player of the row.
-- A save tags the passes before a goal: the last one AssistPrimary, the one before AssistSecondary.
-- grain: one row per event and role, in the order of time
-- key: event_no, place
-- by: game
-- analyze: event_no, game_id, event_index, role, player_id, play_detail1, play_detail_2, row, sub
with
seated as not materialized (
    select
        coalesce(crowded.event_key, cell.event_key) as event_key,
        cell.game_id,
        cell.row,
        cell.sub,
        coalesce(crowded.kind, cell.kind) as kind,
        coalesce(crowded.n, cell.n) as n,
        cell.jersey,
        cell.player_team,
        player_id as id_told,
        side_of_puck,
        play_detail1,
        play_detail_2,
        play_detail_successful,
        pressured_pressurer,
        pressured_by
    from base_event_row as cell
    left join base_event_role as crowded using (game_id, row, sub)
    where case when status is null then cell.kind is not null else status = 'used' end
),
played as (
    select * from seated
    union all
    select
        event_key, game_id, row, null, 'event', 1, null, null, null, null, null, null, null, null,
        null
    from base_event
    where not has_actor
),
event as (
    select
        event_key,
        event_no,
        event_index,
        source = 'save' as saved,
        base_event.has_team,
        side,
        start_elapsed + length - clock as elapsed_start,
        period,
        linked_event_index,
        swapped,
        home_team,
        away_team
    from base_event
    join base_game using (game_id)
    -- an event meets its game before its rows do
    offset 0
),
celled as (
    select
        event.event_no,
        event.event_index,
        event.elapsed_start,
        event.period,
        event.linked_event_index,
        event.has_team,
        case played.kind when 'event' then event.side else other_side(event.side) end as side,
        case when event.saved then typed_side(player_team, swapped, home_team, away_team) end
            as side_told,
        case when event.saved then id_told end as id_told,
        -- who lacks an id or a side is not looked for: a NULL among the sought ones is dear
        event.saved and id_told is not null and event.side is not null and (
            played.game_id,
            id_told,
            case played.kind when 'event' then event.side else other_side(event.side) end
        ) in (
            select game_id, player_id, side
            from base_roster
            join base_game using (game_id)
            where kind = 'save' and side is not null
        ) as is_known,
        played.event_key,
        played.game_id,
        played.row,
        played.sub,
        played.kind,
        played.n,
        played.jersey,
        played.side_of_puck,
        played.play_detail1,
        played.play_detail_2,
        played.play_detail_successful,
        played.pressured_pressurer,
        played.pressured_by
    from played
    join event on event.event_key = played.event_key
    -- the sides are found once
    offset 0
),
pressing as materialized (
    select
        event_key,
        case seated.kind when 'event' then 'opp' else 'event' end as other_kind,
        pressured_by,
        case
            when not (has_team and pressured_pressurer in ('1', '2')) then pressured_pressurer
        end as pressured
    from seated
    join base_game using (game_id)
    where coalesce(pressured_pressurer, pressured_by) is not null
),
-- pressed: a player whom another's row presses, by kind and jersey
mark as (
    select event_key, other_kind || jersey_number(pressured_by) as pressed, null as tag
    from pressing
    where whole_number(pressured_by) is not null
    union all
    select event_key, other_kind || jersey_number(pressured), null
    from pressing
    where whole_number(pressured) is not null
    union all
    select
        event_key,
        null,
        case row_number() over (partition by game_id, assist_typed order by row desc)
            when 1 then 'AssistPrimary'
            when 2 then 'AssistSecondary'
        end
    from base_event_cell
    where assist_typed is not null
),
marked as (
    select event_key, array_agg(pressed) as pressed, max(tag) as tag
    from mark
    group by event_key
),
coded as (
    select
        celled.*,
        case celled.side when 'home' then home_players when 'away' then away_players end as wearers,
        case celled.side
            when 'home' then home_player_id
            when 'away' then away_player_id
        end as wearer_id,
        coalesce(side_told <> celled.side, false) as contradicts,
        case when is_known then id_told end as id_known,
        case
            when has_team and celled.pressured_pressurer in ('1', '2')
                then celled.pressured_pressurer::integer
            when whole_number(celled.pressured_pressurer) is not null then 1
            when whole_number(pressured_by) is not null then 1
            when pressed is not null and celled.kind || celled.jersey = any (pressed) then 2
        end as pressure,
        play_1.code as play_1,
        play_2.code as play_2,
        case
            when coalesce(play_1.code like 'Assist%', false)
                or coalesce(play_2.code like 'Assist%', false) then null
            when celled.kind = 'event' and celled.n = 1 then tag
        end as tag
    from celled
    left join base_number as number
        on number.game_id = celled.game_id and number.jersey = celled.jersey
    left join marked on marked.event_key = celled.event_key
    left join base_code as play_1
        on play_1.dimension = 'play_detail' and play_1.typed = celled.play_detail1
    left join base_code as play_2
        on play_2.dimension = 'play_detail_2' and play_2.typed = celled.play_detail_2
),
-- person_hash stands once: by it a person is found without sorting those of all events
person as (
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
known as (
    select
        *,
        case kind when 'event' then n else n + 10 end as place,
        case when not contradicts then coalesce(id_known, wearer_id) end as player_id,
        coalesce(play_1, tag) as play_code_1,
        coalesce(play_2, case when play_1 is not null then tag end) as play_code_2
    from coded
    -- what is found out is found out once
    offset 0
)
select
    a.event_no,
    a.game_id,
    a.event_index,
    a.place,
    a.kind,
    a.n,
    case kind
        when 'event' then (array[
            'event_player_1', 'event_player_2', 'event_player_3',
            'event_player_4', 'event_player_5', 'event_player_6'
        ])[n]
        else (array[
            'opp_player_1', 'opp_player_2', 'opp_player_3',
            'opp_player_4', 'opp_player_5', 'opp_player_6'
        ])[n]
    end as role,
    a.side,
    a.player_id,
    a.jersey,
    a.elapsed_start,
    a.period,
    a.linked_event_index,
    a.row,
    a.sub,
    a.play_code_1 as play_detail1,
    a.play_code_2 as play_detail_2,
    a.kind = 'event' as is_own,
    a.side = 'home' as is_home,
    text_integer(a.jersey) as number,
    case
        when side_of_puck in ('Offensive', 'offensive') then 'offensive'
        when side_of_puck in ('Defensive', 'defensive') then 'defensive'
        when lower(side_of_puck) in ('offensive', 'defensive') then lower(side_of_puck)
    end as side_of_puck,
    success_code(a.play_detail_successful) as play_detail_successful,
    a.pressure as pressured_pressurer,
    d1.play_detail_id,
    d2.play_detail_2_id,
    p.player_full_name,
    p.current_skill_rating,
    p.position_id,
    ice_time(a.elapsed_start, p.bounds, p.steps, p.sums) as toi,
    case
        when jersey is null or id_known is not null and not contradicts then null
        when contradicts or coalesce(wearers, 0) = 0 or side is null then 'number_not_on_roster'
        when wearers > 1 then 'number_ambiguous'
    end as link,
    id_told is not null and id_known is null and side is not null as id_unknown,
    id_told,
    case when play_1 is not null and play_2 is not null then tag end as tag_lost
from known as a
left join person as p
    on p.person_hash = hashtextextended(a.player_id, a.game_id)
    and p.player_id = a.player_id
    and p.game_id = a.game_id
left join dim_play_detail as d1 on d1.play_detail_code = a.play_code_1
left join dim_play_detail_2 as d2 on d2.play_detail_2_code = a.play_code_2
order by a.event_no, a.place
