-- base_event: the events of the games that are built, everything put right (page 10): one side,
-- one code for each thing, clocks in seconds, one order of time. An event without a clock of the
-- period stands at the clock of the event before it in the sheet in the same period, the first one
-- at the period's full length.
-- side: of a workbook the roster of event_player_1 where it knows him in one team only, else what
-- was typed, else the team that more of the event's jerseys fit, else player_team of the first row;
-- of a save what was typed, or the team told for event_player_1 where that differs.
-- clock_before: that of the event before in the sheet in the same period.
-- sheet_order: the order in the sheet, that of the rows.
-- event_no: one number for game and event_order; by it the steps of an event are joined and sorted.
-- event_key: the number by which base_event_row and its steps know the event.
-- grain: one row per event
-- by: game
-- analyze: event_no, event_key, game_id, event_index, row, zone, has_actor
with
role as not materialized (
    select event_key, game_id, kind, n, jersey, player_team
    from base_event_row
    where kind is not null
        and (game_id, row) not in (select game_id, row from base_event_role)
    union all
    select crowded.event_key, game_id, crowded.kind, crowded.n, crowded.jersey, player_team
    from base_event_role as crowded
    join base_event_row as cell using (game_id, row, sub)
    where status = 'used'
),
actor as (
    select
        event_key,
        player_team as actor_team,
        case
            when home_players > 0 and away_players = 0 then 'home'
            when away_players > 0 and home_players = 0 then 'away'
        end as roster_side
    from role
    left join base_number using (game_id, jersey)
    where kind = 'event' and n = 1
),
-- What tells side, clock and order is found over narrow rows.
placed as materialized (
    select
        event_key,
        game_id,
        period,
        row,
        event_index,
        actor.event_key is not null as has_actor,
        typed_side(team_typed, swapped, home_team, away_team) as side_typed,
        case kind
            when 'tracking' then roster_side
            else typed_side(actor_team, swapped, home_team, away_team)
        end as side_actor,
        type.code as event_type,
        length,
        case
            when type.code in ('GameStart', 'Intermission') then null
            when start_typed <= length then start_typed
        end as clock_valid
    from base_event_cell
    join base_game using (game_id)
    join base_period using (game_id, period)
    left join actor using (event_key)
    left join base_code as type
        on type.dimension = 'event_type' and type.typed = type_typed
),
vote as (
    select
        event_key,
        count(*) filter (
            where case role.kind when 'event' then home_players else away_players end > 0
        ) as home_votes,
        count(*) filter (
            where case role.kind when 'event' then away_players else home_players end > 0
        ) as away_votes
    from role
    join base_number using (game_id, jersey)
    join base_game using (game_id)
    where base_game.kind = 'tracking'
        and (event_key in (
            select event_key from placed where side_actor is null and side_typed is null
        )) is true
    group by event_key
),
game as materialized (
    select base_game.*, highlighted.game_id is not null as has_highlights
    from base_game
    left join (
        select distinct game_id from base_event_cell where highlight_typed is not null
    ) as highlighted using (game_id)
),
-- success: what a detail tells of itself
detail as materialized (
    select
        typed,
        code,
        case
            when code in (
                'Pass_Completed', 'Shot_OnNetSaved', 'Shot_Goal', 'Goal_Scored',
                'Turnover_Takeaway'
            ) then 's'
            when code in (
                'Pass_Missed', 'Pass_Deflected', 'Pass_Intercepted', 'Shot_Blocked',
                'Shot_BlockedSameTeam', 'Shot_Missed', 'Shot_HitPost', 'Shot_Deflected',
                'Turnover_Giveaway', 'Zone_Entry_Failed', 'Zone_Exit_Failed',
                'Zone_Keepin_Failed'
            ) then 'u'
        end as success
    from base_code
    where dimension = 'event_detail'
),
-- of the events above with a clock the nearest has the highest row
clocked as (
    select
        *,
        max(row::bigint * 1000000 + clock_valid::bigint) over above % 1000000 as clock_above,
        lag(row) over above is not null as has_above
    from placed
    window above as (
        partition by game_id, period order by row
        rows between unbounded preceding and 1 preceding
    )
),
ordered as (
    select
        event_key,
        has_actor,
        side_typed,
        side_actor,
        event_type,
        clock_valid,
        coalesce(clock_valid, clock_above, length) as clock,
        case when has_above then coalesce(clock_above, length) end as clock_before,
        row_number() over (
            partition by game_id
            order by period, coalesce(clock_valid, clock_above, length) desc, event_index
        )::integer as event_order
    from clocked
),
coded as (
    select
        cell.*,
        game.kind,
        game.has_team,
        has_highlights,
        has_actor,
        side_typed,
        side_actor,
        coalesce(
            side_actor,
            side_typed,
            case
                when game.kind = 'save' then null
                when home_votes > away_votes then 'home'
                when away_votes > home_votes then 'away'
                else typed_side(first_player_team, swapped, home_team, away_team)
            end
        ) as side,
        event_type,
        detail.code as event_detail,
        detail.success,
        detail_2.code as event_detail_2,
        clock_valid,
        clock,
        clock_before,
        event_order
    from ordered
    join base_event_cell as cell using (event_key)
    join game using (game_id)
    left join vote using (event_key)
    left join detail on detail.typed = detail_typed
    left join base_code as detail_2
        on detail_2.dimension = 'event_detail_2' and detail_2.typed = detail_2_typed
)
select
    game_id::bigint * 100000 + event_order as event_no,
    event_key,
    game_id,
    event_index,
    row,
    period,
    event_type,
    event_detail,
    event_detail_2,
    detail_typed,
    side,
    zone_code(zone_typed) as zone,
    coalesce(success, success_code(success_typed)) as successful,
    clock,
    case when stop_typed <= clock_valid then stop_typed else clock end as end_clock,
    case
        when start_typed is null or stop_typed is null then 0
        when start_typed >= stop_typed then start_typed - stop_typed
    end as duration,
    text_integer(linked_typed) as linked_event_index,
    coalesce(
        text_boolean(highlight_typed)::integer,
        case when has_highlights then 0 end
    ) as is_highlight,
    text_double(intermission_typed) as intermission_cell,
    file_id,
    event_order,
    row as sheet_order,
    kind as source,
    has_team,
    reuse,
    bad_period,
    has_actor,
    side_typed,
    side_actor,
    clock_valid is null as clock_missing,
    clock_before
from coded
order by event_no
