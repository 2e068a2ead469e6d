-- base_event_player: who took part in an event, and how (page 10, 3.3 and 3.4). Every event has
-- exactly one event_player_1; where nobody was named the row has no player.
-- side: the event's for event roles, the other one for opponents. player_id: the one player of that
-- side's roster with the jersey; a save may name him itself. link says what is doubtful about it:
-- number_not_on_roster, number_ambiguous; id_unknown: the player named is not on the roster.
-- A jersey typed as pressure means that this opponent pressed the player of the row.
-- A save tags the passes before a goal: the last one AssistPrimary, the one before AssistSecondary.
-- grain: one row per event and role
-- by: game
-- analyze: event_no, game_id, event_index, role, row, sub
with
played as (
    select
        event.event_no,
        event.game_id,
        event.event_index,
        event.file_id,
        event.source = 'save' as saved,
        event.has_team,
        event.side as event_side,
        role.kind,
        role.n,
        role.row,
        role.sub,
        role.jersey,
        case role.kind when 'event' then event.side else other_side(event.side) end as side,
        role.home_players,
        role.away_players,
        role.home_player_id,
        role.away_player_id
    from base_event as event
    join base_event_role as role on role.game_id = event.game_id and event_row = event.row
    where status = 'used'
    union all
    select
        event_no, game_id, event_index, file_id, source = 'save', has_team, side, 'event', 1, row,
        null, null, side, 0, 0, null, null
    from base_event
    where not has_actor
),
celled as (
    select
        played.*,
        case side when 'home' then home_players when 'away' then away_players end as wearers,
        case side when 'home' then home_player_id when 'away' then away_player_id end as wearer_id,
        game.home_team,
        game.away_team,
        case
            when saved then typed_side(cell.player_team, swapped, game.home_team, game.away_team)
        end as side_told,
        cell.player_id as id_told,
        cell.side_of_puck,
        cell.play_detail1 as play_1_typed,
        cell.play_detail_2 as play_2_typed,
        cell.play_detail_successful as play_success_typed,
        cell.pressured_pressurer as pressure_typed,
        cell.pressured_by as pressed_by_typed
    from played
    join base_game as game using (game_id)
    left join raw.events as cell
        on cell.file_id = played.file_id and cell.row = played.row and cell.sub = played.sub
),
saved_roster as materialized (
    select game_id, player_id, side
    from base_roster
    join base_game using (game_id)
    where kind = 'save'
),
named as (
    select
        celled.*,
        coalesce(side_told <> celled.side, false) as contradicts,
        roster.player_id as id_known
    from celled
    left join saved_roster as roster
        on roster.game_id = celled.game_id
        and roster.player_id = id_told
        and roster.side = celled.side
),
pressed as (
    select
        *,
        case
            when has_team and pressure_typed in ('1', '2') then pressure_typed::integer
            when whole_number(pressure_typed) is not null then 1
            when whole_number(pressed_by_typed) is not null then 1
        end as pressure
    from named
),
presser as (
    select distinct
        game_id,
        event_index,
        other_kind as kind,
        jersey_number(presser.jersey) as jersey
    from pressed
    cross join lateral (
        values
            (case kind when 'event' then 'opp' else 'event' end, pressed_by_typed),
            (
                case kind when 'event' then 'opp' else 'event' end,
                case when not (has_team and pressure_typed in ('1', '2')) then pressure_typed end
            )
    ) as presser (other_kind, jersey)
    where whole_number(presser.jersey) is not null
        and coalesce(pressure_typed, pressed_by_typed) is not null
),
tag as (
    select
        game_id,
        event_index,
        case row_number() over (partition by game_id, assist_typed order by row desc)
            when 1 then 'AssistPrimary'
            when 2 then 'AssistSecondary'
        end as tag
    from base_event_timed
    where assist_typed is not null
),
coded as (
    select
        pressed.*,
        coalesce(pressure, case when presser.jersey is not null then 2 end) as pressured_pressurer,
        play_1.code as play_1,
        play_2.code as play_2,
        case
            when coalesce(play_1.code like 'Assist%', false)
                or coalesce(play_2.code like 'Assist%', false) then null
            else tag.tag
        end as tag
    from pressed
    left join presser using (game_id, event_index, kind, jersey)
    left join tag
        on pressed.kind = 'event' and pressed.n = 1
        and tag.game_id = pressed.game_id and tag.event_index = pressed.event_index
    left join base_code as play_1
        on play_1.dimension = 'play_detail' and play_1.typed = play_1_typed
    left join base_code as play_2
        on play_2.dimension = 'play_detail_2' and play_2.typed = play_2_typed
)
select
    event_no,
    game_id,
    event_index,
    kind || '_player_' || n as role,
    kind,
    n,
    side,
    jersey,
    case when not contradicts then coalesce(id_known, wearer_id) end as player_id,
    case when lower(side_of_puck) in ('offensive', 'defensive') then lower(side_of_puck) end
        as side_of_puck,
    coalesce(play_1, tag) as play_detail1,
    coalesce(play_2, case when play_1 is not null then tag end) as play_detail_2,
    success_code(play_success_typed) as play_detail_successful,
    pressured_pressurer,
    row,
    sub,
    case
        when jersey is null or id_known is not null and not contradicts then null
        when contradicts or wearers = 0 or side is null then 'number_not_on_roster'
        when wearers > 1 then 'number_ambiguous'
    end as link,
    saved and id_told is not null and id_known is null and side is not null as id_unknown,
    id_told,
    case when play_1 is not null and play_2 is not null then tag end as tag_lost,
    case side when 'home' then home_team when 'away' then away_team end as team,
    case
        when side is distinct from 'home' and home_players > 0 then home_team
        when side is distinct from 'away' and away_players > 0 then away_team
    end as other_team,
    play_1_typed,
    play_2_typed,
    play_success_typed,
    pressure_typed,
    pressed_by_typed
from coded
