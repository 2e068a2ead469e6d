-- base_event_cell: the events of the sheets as they were typed: of each attribute the first filled
-- cell among the event's rows (page 10, 3.1).
-- event_index: the number typed, + 10000 for each time that it was used before (reuse).
-- start, stop: clocks minute:second, both parts from one row; *_typed: what they are in seconds.
-- period: the typed one if it is 1 to 5, else the highest period so far.
-- row: that at which the event starts.
-- grain: one row per event
-- by: game
-- analyze: game_id, row, period
with
row_cell as (
    select
        r.game_id as game, r.event_row, r.index, cell.*
    from base_event_row as r
    join raw.events as cell using (file_id, row, sub)
    order by r.game_id, r.event_row, cell.row, cell.sub
),
cell as (
    select
        game as game_id,
        event_row as row,
        min(file_id) as file_id,
        min(index) filter (where row = event_row) as index,
        first_filled(event_type) as type_typed,
        first_filled(event_detail) as detail_typed,
        first_filled(event_detail_2) as detail_2_typed,
        first_filled(event_successful) as success_typed,
        first_filled(event_team_zone) as zone_typed,
        first_filled(period) as period_typed,
        first_filled(event_start_min || ':' || event_start_sec) as start,
        first_filled(event_end_min || ':' || event_end_sec) as stop,
        first_filled(linked_event_index) as linked_typed,
        first_filled(team) as team_typed,
        first_filled(is_highlight) as highlight_typed,
        first_filled(running_intermission_duration) as intermission_typed,
        first_filled(assist_to_event_index) as assist_typed,
        (array_agg(player_team))[1] as first_player_team
    from row_cell
    group by game, event_row
),
numbered as (
    select
        *,
        row_number() over (partition by game_id, index order by row)::integer - 1 as reuse,
        case when period_typed in ('1', '2', '3', '4', '5') then period_typed::integer end
            as period_known
    from cell
)
select
    game_id,
    row,
    file_id,
    row_number() over (partition by game_id order by row)::integer as sheet_order,
    index,
    reuse,
    index + 10000 * reuse as event_index,
    coalesce(
        period_known,
        max(period_known) over (partition by game_id order by row rows unbounded preceding),
        1
    ) as period,
    period_known is null as bad_period,
    clock_seconds(start) as start_typed,
    clock_seconds(stop) as stop_typed,
    start,
    stop,
    type_typed,
    detail_typed,
    detail_2_typed,
    success_typed,
    zone_typed,
    period_typed,
    linked_typed,
    team_typed,
    highlight_typed,
    intermission_typed,
    assist_typed,
    first_player_team
from numbered
