-- base_event: the events of the games that are built, everything put right (page 10): one side,
-- one code for each thing, clocks in seconds, one order of time. An event without a clock of the
-- period stands at the clock of the event before it in the sheet in the same period, the first one
-- at the period's full length.
-- side: of a workbook the roster of event_player_1 where it knows him in one team only, else what
-- was typed, else the team that more of the event's jerseys fit, else player_team of the first row;
-- of a save what was typed, or the team told for event_player_1 where that differs.
-- clock_before: that of the event before in the sheet in the same period.
-- sheet_order: the order in the sheet, that of the rows.
-- length, start_elapsed: the period's length and the seconds played before it.
-- event_no: one number for game and event_order; by it the steps of an event are joined and sorted.
-- event_key: the number by which base_event_row and its steps know the event.
-- grain: one row per event
-- by: game
-- analyze: event_no, event_key, game_id, event_index, row, zone, has_actor
with
-- What the first row of an event tells of its side is enough for most. All rows are looked at of
-- crowded events and of those where it is not event_player_1 or neither he nor a cell tells it.
unsettled as materialized (
    select event_key
    from base_event_cell
    where not is_actor_first
        or not saved
        and side_code(team_typed) is null
        and (first_jersey is null or (game_id, first_jersey) not in (
            select game_id, jersey from base_number where (home_players > 0) <> (away_players > 0)
        ))
    union
    select event_key from base_event_role
),
role as (
    select event_key, game_id, kind, n, jersey, player_team
    from base_event_row
    where kind is not null
        and (game_id, row) not in (select game_id, row from base_event_role)
        and (event_key in (select event_key from unsettled)) is true
    union all
    select crowded.event_key, game_id, crowded.kind, crowded.n, crowded.jersey, player_team
    from base_event_role as crowded
    join base_event_row as cell using (game_id, row, sub)
    where status = 'used'
),
settled as materialized (
    select
        event_key,
        coalesce(bool_or(kind = 'event' and n = 1), false) as has_actor,
        max(player_team) filter (where kind = 'event' and n = 1) as actor_team,
        coalesce(max(home_players) filter (where kind = 'event' and n = 1), 0) as home_players,
        coalesce(max(away_players) filter (where kind = 'event' and n = 1), 0) as away_players,
        count(*) filter (
            where case kind when 'event' then home_players else away_players end > 0
        ) as home_votes,
        count(*) filter (
            where case kind when 'event' then away_players else home_players end > 0
        ) as away_votes
    from unsettled
    left join role using (event_key)
    left join base_number using (game_id, jersey)
    group by event_key
),
-- a game's period with what the game tells: few rows, which events meet in one join
period as materialized (
    select game.*, period, length, start_elapsed, has_highlights
    from base_game as game
    join base_period using (game_id)
    left join (
        select distinct game_id, true as has_highlights
        from base_event_cell
        where highlight_typed is not null
    ) as highlighted using (game_id)
),
told as (
    select
        cell.event_key,
        cell.game_id,
        cell.period,
        cell.row,
        event_index,
        cell.file_id,
        code_no,
        zone_code(zone_typed) as zone,
        coalesce(success, success_code(success_typed)) as successful,
        start_typed,
        stop_typed,
        case when not is_clockless and start_typed <= length then start_typed end as clock_valid,
        length,
        start_elapsed,
        text_integer(linked_typed) as linked_event_index,
        coalesce(
            text_boolean(highlight_typed)::integer,
            case when has_highlights then 0 end
        ) as is_highlight,
        text_double(intermission_typed) as intermission_cell,
        period.kind as source,
        has_team,
        reuse,
        bad_period,
        coalesce(has_actor, true) as has_actor,
        typed_side(team_typed, swapped, home_team, away_team) as side_typed,
        case
            when period.kind <> 'tracking' then typed_side(
                case when settled.event_key is null then first_player_team else actor_team end,
                swapped, home_team, away_team
            )
            when coalesce(settled.home_players, number.home_players) > 0
                and coalesce(settled.away_players, number.away_players) = 0 then 'home'
            when coalesce(settled.away_players, number.away_players) > 0
                and coalesce(settled.home_players, number.home_players) = 0 then 'away'
        end as side_actor,
        case
            when period.kind = 'save' or settled.event_key is null then null
            when home_votes > away_votes then 'home'
            when away_votes > home_votes then 'away'
            else typed_side(first_player_team, swapped, home_team, away_team)
        end as side_guessed
    from base_event_cell as cell
    join period using (game_id, period)
    join base_event_code as code
        on code.typed = array[cell.type_typed, cell.detail_typed, cell.detail_2_typed]
    left join settled using (event_key)
    left join base_number as number
        on number.game_id = cell.game_id and number.jersey = first_jersey
    -- the sorts below carry codes instead of words
    offset 0
),
-- of the events above with a clock the nearest has the highest row
clocked as (
    select
        *,
        max(row::bigint * 1000000 + clock_valid::bigint) over above % 1000000 as clock_above,
        max(row) over above is not null as has_above
    from told
    window above as (
        partition by game_id, period order by row
        rows between unbounded preceding and 1 preceding
    )
),
placed as (
    select
        *,
        coalesce(clock_valid, clock_above, length) as clock,
        case when has_above then coalesce(clock_above, length) end as clock_before
    from clocked
),
ordered as (
    select
        *,
        row_number() over (
            partition by game_id order by period, clock desc, event_index
        )::integer as event_order
    from placed
)
select
    game_id::bigint * 100000 + event_order as event_no,
    event_key,
    game_id,
    event_index,
    row,
    period,
    event_order,
    code_no,
    coalesce(side_actor, side_typed, side_guessed) as side,
    zone,
    clock,
    case when stop_typed <= clock_valid then stop_typed else clock end as end_clock,
    case
        when start_typed is null or stop_typed is null then 0
        when start_typed >= stop_typed then start_typed - stop_typed
    end as duration,
    length,
    start_elapsed,
    successful,
    linked_event_index,
    is_highlight,
    intermission_cell,
    file_id,
    row as sheet_order,
    source,
    has_team,
    reuse,
    bad_period,
    has_actor,
    side_typed,
    side_actor,
    clock_valid is null as clock_missing,
    clock_before
from ordered
order by game_id, period, clock desc, event_index
