-- finding_event: doubtful events: indexes, types, clocks, periods, sides, actors (page 10, 3 and 4;
-- page 42, 7.2).
-- grain: one row per finding
-- by: game
with
game as (
    select * from base_game
),
-- Few events are doubtful: only they are looked at by each rule.
doubtful as materialized (
    select *
    from base_event
    where reuse > 0
        or code_no in (select code_no from base_event_code where event_type is null)
        or clock_missing
        or duration is null
        or clock > clock_before
        or bad_period
        or side_typed <> side_actor
        or side is null
        or not has_actor
),
event as materialized (
    select
        doubtful.*,
        event_type,
        index,
        start,
        stop,
        type_typed,
        period_typed
    from doubtful
    join base_event_code using (code_no)
    join base_event_cell using (event_key)
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
joined as (
    select
        game_id, row, 'warning' as severity, 'row_without_event' as kind,
        'event_index' as column_name, index::text as value,
        'event ' || index || ' was typed above: the row joins the event before' as message
    from base_event_followed
    where joined
),
unfinished as (
    select
        event.row, game.game_id, 'error' as severity, 'unfinished_event' as kind,
        'type' as column_name, null as value, 'event without type: left out' as message
    from game
    join raw.events as event using (file_id)
    where kind = 'save' and event_type is null and sub <= 1
),
finding as (
    select game_id, row, severity, kind, column_name, value, message from joined
    union all
    select game_id, row, severity, kind, column_name, value, message from unfinished
    union all
    select
        game_id, row, 'warning', 'event_index_reused', 'event_index', index::text,
        'event_index ' || index || ' was used before: counted as ' || event_index
    from event
    where reuse > 0
    union all
    select
        game_id, row, 'warning', 'event_without_type', type_column, event_index::text,
        'event ' || event_index || ' has no type'
    from event
    join type_column using (game_id)
    where type_typed is null
    union all
    select
        game_id, row, 'warning', 'event_clock', 'event_start_min', start,
        coalesce(start, 'nothing')
            || ' is no clock of the period: the event stands at the one before'
    from event
    where clock_missing and not coalesce(is_break_type(event_type), false)
    union all
    select
        game_id, row, 'warning', 'end_before_start', 'event_end_min', start || '->' || stop,
        'ends before it starts: ' || start || '->' || stop
    from event
    where duration is null
    union all
    select
        game_id, row, 'warning', 'clock_backwards', 'event_start_min',
        clock_before || '->' || clock,
        clock_before || '->' || clock || ': the clock runs backwards'
    from event
    where clock > clock_before
    union all
    select
        game_id, row, 'warning', 'bad_period', 'period', period_typed,
        coalesce(period_typed, 'nothing') || ' is no period: taken as ' || period
    from event
    where bad_period
    union all
    select
        game_id, row, 'warning', 'event_side', 'team', side_typed,
        'event_player_1 plays for the ' || side || ' team: corrected'
    from event
    where side_typed <> side_actor
    union all
    select
        game_id, row, 'warning', 'event_without_side', 'team', event_type,
        'nothing says whose event this is'
    from event
    where side is null and not is_dead_type(event_type)
        and event_type is distinct from 'Stoppage'
    union all
    select
        game_id, row, 'warning', 'event_without_actor', 'player_role', event_type,
        'no event_player_1'
    from event
    where not has_actor and not is_dead_type(event_type)
        and event_type is distinct from 'Stoppage'
)
select
    severity,
    finding.kind,
    game_id,
    file,
    'events' as sheet,
    row,
    column_name,
    value,
    message
from finding
join game using (game_id)
