-- finding_league_key: rows of the league workbook that are left out because a column of their key
-- is empty or an earlier row has their key or code (page 42, 7.1). A key that is missing in all
-- rows is a missing column; equal name strings are one row without a report.
-- grain: one row per row of a sheet
with
roster_left_out as (
    select *
    from raw.fact_gameroster
    where (file_id, row) not in (select file_id, row from base_roster)
),
left_out as (
    select
        sheet, file_id, row, null::integer as game,
        missing_column, repeated_column, repeated_value
    from base_league_row
    where not counts
    union all
    select
        'fact_gameroster', file_id, row, game,
        case when game is null then 'game_id' when player_id is null then 'player_id' end,
        case when game is not null and player_id is not null then 'game_id, player_id' end,
        concat_ws(', ', game, player_id)
    from roster_left_out as r
    join run_file using (file_id)
    cross join lateral (select text_integer(r.game_id) as game) as typed
    where case when game is null or player_id is null then row_is_filled(to_jsonb(r)) else true end
),
given as (
    select file_id, sheet, columns from raw.sheet
)
select
    'error' as severity,
    'missing_key' as kind,
    game as game_id,
    path as file,
    sheet,
    row,
    missing_column as column_name,
    null as value,
    missing_column || ' is empty: the row is left out' as message
from left_out
join given using (file_id, sheet)
join run_file using (file_id)
where missing_column = any (columns)
union all
select
    'warning',
    'duplicate_key',
    game,
    path,
    sheet,
    row,
    repeated_column,
    left(repeated_value, 100),
    repeated_column || ' ' || left(repeated_value, 100) || ' is given twice: the first row counts'
from left_out
join run_file using (file_id)
where repeated_column is not null and sheet <> 'dim_playerurlref'
