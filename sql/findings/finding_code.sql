-- finding_code: words that are no code of their column (page 10, 3.4; page 21, 2.2; page 42, 7.2):
-- of types, details and play details the word is kept and has no id, of zone, success and pressure
-- the value is NULL, of line-ups the word counts as not typed.
-- grain: one row per finding
-- by: game
with
game as (
    select * from base_game
),
unknown as materialized (
    select dimension, typed from base_code where not known
),
-- Few rows hold such a word: only they are looked at by each rule.
event as materialized (
    select
        game_id,
        row,
        type_typed,
        detail_typed,
        detail_2_typed,
        zone_typed,
        success_typed
    from base_event_cell
    where zone_typed is not null and zone_code(zone_typed) is null
        or success_typed is not null and success_code(success_typed) is null
        or type_typed in (select typed from unknown)
        or detail_typed in (select typed from unknown)
        or detail_2_typed in (select typed from unknown)
),
player as materialized (
    select
        game_id,
        row,
        cell.play_detail1 as play_1_typed,
        cell.play_detail_2 as play_2_typed,
        cell.play_detail_successful as play_success_typed,
        cell.pressured_pressurer as pressure_typed,
        cell.pressured_by as pressed_by_typed
    from base_event_row as cell
    join base_event_player as player using (game_id, row, sub)
    where cell.play_detail_successful is not null
        and success_code(cell.play_detail_successful) is null
        or cell.pressured_pressurer is not null and whole_number(cell.pressured_pressurer) is null
        or cell.pressured_by is not null and whole_number(cell.pressured_by) is null
        or cell.play_detail1 in (select typed from unknown)
        or cell.play_detail_2 in (select typed from unknown)
),
lineup as (
    select * from base_lineup
),
type_column as (
    select
        game_id,
        case
            when kind = 'save' then 'type'
            when columns && array['Type', 'Type_'] then 'Type'
            else 'event_type'
        end as type_column
    from game
    left join raw.sheet using (file_id)
    where sheet = 'events' or kind = 'save'
),
coded as (
    select game_id, row, 'event_type' as dimension, type_column as column_name, type_typed as value
    from event
    join type_column using (game_id)
    union all
    select game_id, row, 'event_detail', 'event_detail', detail_typed from event
    union all
    select game_id, row, 'event_detail_2', 'event_detail_2', detail_2_typed from event
    union all
    select game_id, row, 'play_detail', 'play_detail1', play_1_typed from player
    union all
    select game_id, row, 'play_detail_2', 'play_detail_2', play_2_typed from player
),
finding as (
    select game_id, 'events' as sheet, row, column_name, value
    from coded
    join unknown on unknown.dimension = coded.dimension and typed = value
    union all
    select game_id, 'events', row, 'event_team_zone', zone_typed
    from event
    where zone_typed is not null and zone_code(zone_typed) is null
    union all
    select game_id, 'events', row, 'event_successful', success_typed
    from event
    where success_typed is not null and success_code(success_typed) is null
    union all
    select game_id, 'events', row, 'play_detail_successful', play_success_typed
    from player
    where play_success_typed is not null and success_code(play_success_typed) is null
    union all
    select game_id, 'events', row, 'pressured_pressurer', pressure_typed
    from player
    where whole_number(pressure_typed) is null and pressure_typed is not null
    union all
    select game_id, 'events', row, 'pressuredBy', pressed_by_typed
    from player
    where whole_number(pressed_by_typed) is null and pressed_by_typed is not null
    union all
    select game_id, 'shifts', row, 'shift_start_type', start_word_typed
    from lineup
    left join dim_shift_start_type on shift_start_type = shift_start_type_name
    where shift_start_type is not null and shift_start_type_name is null
    union all
    select game_id, 'shifts', row, 'shift_stop_type', stop_word_typed
    from lineup
    left join dim_shift_stop_type on shift_stop_type = shift_stop_type_name
    where shift_stop_type is not null and shift_stop_type_name is null
)
select
    'warning' as severity,
    'unknown_code' as kind,
    game_id,
    file,
    sheet,
    row,
    column_name,
    value,
    value || ' is no code of ' || column_name as message
from finding
join game using (game_id)
