-- base_lineup_row: the rows of the shifts sheets that are read, as they were typed (page 10, 3.5).
-- A shift_index given twice keeps its first row. start_typed, stop_typed: clocks in seconds,
-- NULL if a cell is missing or no clock, whatever the period's length.
-- lineup_no: one number for game and shift_index; by it the steps of a line-up are joined.
-- jerseys: of the slots F1 F2 F3 D1 D2 X G of home, then of away. A jersey 0 is an empty slot
-- unless a player of the team wears it.
-- grain: one row per game and shift_index
-- by: game
-- analyze: file_id, row, game_id, lineup_no
with
read as (
    select
        game_id,
        swapped,
        shift.*,
        row_number() over (partition by game_id, whole_number(shift_index) order by row) as place
    from base_game
    join raw.shifts as shift using (file_id)
    where whole_number(shift_index) is not null
        and coalesce(period, shift_start_min) is not null
),
zero as (
    select game_id, home_players as home_zeros, away_players as away_zeros
    from base_number
    where jersey = '0'
)
select
    game_id,
    file_id,
    swapped,
    row,
    shift_index::integer as shift_index,
    game_id::bigint * 1000000000 + shift_index::integer as lineup_no,
    case when period in ('1', '2', '3', '4', '5') then period::integer end as period,
    clock_seconds(shift_start_min || ':' || shift_start_sec) as start_typed,
    clock_seconds(shift_end_min || ':' || shift_end_sec) as stop_typed,
    concat_ws(
        '-',
        nullif(concat_ws(':', shift_start_min, shift_start_sec), ''),
        nullif(concat_ws(':', shift_end_min, shift_end_sec), '')
    ) as interval_typed,
    shift_start_type as start_word_typed,
    shift_stop_type as stop_word_typed,
    stoppage_time as stoppage_typed,
    case when swapped then home_dzone_start else home_ozone_start end as home_ozone_start,
    case when swapped then home_dzone_end else home_ozone_end end as home_ozone_end,
    case when swapped then home_ozone_start else home_dzone_start end as home_dzone_start,
    case when swapped then home_ozone_end else home_dzone_end end as home_dzone_end,
    home_nzone_start,
    home_nzone_end,
    case when home_zeros > 0 then home_jerseys else array_replace(home_jerseys, '0', null) end
        || case
            when away_zeros > 0 then away_jerseys
            else array_replace(away_jerseys, '0', null)
        end as jerseys
from read
left join zero using (game_id)
cross join lateral (
    select
        array[
            jersey_number(home_forward_1),
            jersey_number(home_forward_2),
            jersey_number(home_forward_3),
            jersey_number(home_defense_1),
            jersey_number(home_defense_2),
            jersey_number(home_xtra),
            jersey_number(home_goalie)
        ] as home,
        array[
            jersey_number(away_forward_1),
            jersey_number(away_forward_2),
            jersey_number(away_forward_3),
            jersey_number(away_defense_1),
            jersey_number(away_defense_2),
            jersey_number(away_xtra),
            jersey_number(away_goalie)
        ] as away
) as typed
cross join lateral (
    select
        case when swapped then away else home end as home_jerseys,
        case when swapped then home else away end as away_jerseys
) as slots
where place = 1
