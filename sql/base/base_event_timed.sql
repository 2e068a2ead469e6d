-- base_event_timed: the events of the games that are built, with codes and clocks put right
-- (page 10, 3.2 and 3.4). An event without a clock of the period stands at the clock of the
-- event before it in the sheet in the same period, the first one at the period's full length.
-- clock_before: that of the event before in the sheet in the same period.
-- grain: one row per event
-- by: game
-- analyze: game_id, row, assist_typed
with
coded as (
    select
        cell.*,
        game.kind,
        game.has_team,
        game.swapped,
        type.code as event_type,
        detail.code as event_detail,
        detail_2.code as event_detail_2,
        base_period.length,
        case
            when type.code in ('GameStart', 'Intermission') then null
            when cell.start_typed <= base_period.length then cell.start_typed
        end as clock_valid
    from base_event_cell as cell
    join base_game as game using (game_id)
    join base_period using (game_id, period)
    left join base_code as type
        on type.dimension = 'event_type' and type.typed = type_typed
    left join base_code as detail
        on detail.dimension = 'event_detail' and detail.typed = detail_typed
    left join base_code as detail_2
        on detail_2.dimension = 'event_detail_2' and detail_2.typed = detail_2_typed
),
anchored as (
    select
        *,
        count(clock_valid) over (
            partition by game_id, period order by row rows unbounded preceding
        ) as anchor
    from coded
),
standing as (
    select
        *,
        coalesce(max(clock_valid) over (partition by game_id, period, anchor), length) as clock
    from anchored
)
select
    game_id,
    row,
    sheet_order,
    index,
    reuse,
    event_index,
    kind,
    has_team,
    swapped,
    period,
    event_type,
    event_detail,
    event_detail_2,
    clock,
    case when stop_typed <= clock_valid then stop_typed else clock end as end_clock,
    case
        when start_typed is null or stop_typed is null then 0
        when start_typed >= stop_typed then start_typed - stop_typed
    end as duration,
    clock_valid is null as clock_missing,
    lag(clock) over (partition by game_id, period order by row) as clock_before,
    start,
    stop,
    type_typed,
    detail_typed,
    detail_2_typed,
    success_typed,
    zone_typed,
    linked_typed,
    team_typed,
    highlight_typed,
    intermission_typed,
    assist_typed,
    first_player_team
from standing
