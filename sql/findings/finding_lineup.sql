-- finding_lineup: doubtful rows of the shifts sheets (page 10, 3.5; page 20, 1 to 3; page 42, 7.2).
-- grain: one row per finding
-- by: game
with
game as (
    select * from base_game
),
lineup as (
    select * from base_lineup
),
slot as (
    select
        slot.*,
        case when slot < 8 then home_team else away_team end as team,
        case when slot < 8 then away_team else home_team end as other_team,
        lineup.game_id,
        lineup.row,
        lineup.shift_id,
        case when (slot < 8) = swapped then 'away_' else 'home_' end
            || (
                '{forward_1,forward_2,forward_3,defense_1,defense_2,xtra,goalie}'::text[]
            )[case when slot < 8 then slot else slot - 7 end] as column_name
    from base_lineup_slot as slot
    join lineup using (lineup_no)
    join game using (game_id)
    where repeated or players <> 1
),
repeated_index as (
    select
        row,
        shift_index,
        game.game_id,
        row_number() over (partition by file_id, whole_number(shift_index) order by row) as place
    from game
    join raw.shifts as shift using (file_id)
    where whole_number(shift_index) is not null and coalesce(period, shift_start_min) is not null
),
followed as (
    select
        game_id,
        row,
        start_clock - lag(end_clock) over (
            partition by game_id, period order by start_clock desc, shift_index
        ) as overlap
    from lineup
    where live
),
finding as (
    select
        game_id, row, 'warning' as severity, 'duplicate_key' as kind,
        'shift_index' as column_name, shift_index as value,
        'shift_index ' || shift_index || ' is given twice: the first row counts' as message
    from repeated_index
    where place > 1
    union all
    select
        game_id, row, 'error', 'shift_clock', 'shift_start_min', nullif(interval_typed, ''),
        'no valid interval: ' || coalesce(nullif(interval_typed, ''), 'nothing')
    from lineup
    where not live and filled_slots > 0
    union all
    select
        game_id, row, 'warning', 'shift_gap', 'shift_start_min', (-overlap)::text,
        -overlap || ' s without a line-up'
    from followed
    where overlap < 0
    union all
    select
        game_id, row, 'warning', 'shift_overlap', 'shift_start_min', overlap::text,
        overlap || ' s in two line-ups'
    from followed
    where overlap > 0
    union all
    select
        game_id, row, 'warning', 'player_twice_in_shift', column_name, jersey,
        'number ' || jersey || ' is in two slots'
    from slot
    where repeated and shift_id is not null
    union all
    select
        game_id, row, 'warning', 'number_not_on_roster', column_name, jersey,
        'number ' || jersey || ' is not on the roster of '
            || team || case when other_players > 0 then '; ' || other_team || ' has it' else '' end
    from slot
    where players = 0
    union all
    select
        game_id, row, 'warning', 'number_ambiguous', column_name, jersey,
        'number ' || jersey || ' belongs to two players of '
            || team
    from slot
    where players > 1
    union all
    select
        game_id, row, 'warning', 'out_of_range', 'stoppage_time', stoppage_typed,
        stoppage_typed || ' is out of range'
    from lineup
    where live and stoppage_time is null and text_integer(stoppage_typed) is not null
    union all
    select
        game_id, row, 'warning', 'not_a_number', 'stoppage_time', stoppage_typed,
        stoppage_typed || ' is no number'
    from lineup
    where live and stoppage_typed is not null and text_integer(stoppage_typed) is null
)
select
    severity,
    finding.kind,
    game_id,
    file,
    'shifts' as sheet,
    row,
    column_name,
    value,
    message
from finding
join game using (game_id)
