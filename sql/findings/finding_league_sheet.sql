-- finding_league_sheet: sheets and columns that the league workbook lacks (page 42, 7.1).
-- Without a column of its key the table is empty: an error. Other columns are NULL everywhere.
-- grain: one row per sheet or column
with
league_file as (
    select min(path) as path from run_file where kind = 'league' having count(*) > 0
),
given as (
    select sheet, path, columns
    from raw.sheet
    join run_file using (file_id)
    where kind = 'league'
),
-- what a raw table holds is what the warehouse reads
wanted as (
    select
        sheet,
        attname::text as column_name,
        attname in (key_column_1, coalesce(key_column_2, key_column_1)) as is_key
    from base_league_sheet
    join pg_class on relname = sheet and relnamespace = 'raw'::regnamespace
    join pg_attribute on attrelid = pg_class.oid
    where attnum > 0 and not attisdropped and attname not in ('file_id', 'row')
),
missing_sheet as (
    select sheet from base_league_sheet
    except
    select sheet from given
)
select
    'error' as severity,
    'missing_sheet' as kind,
    null::integer as game_id,
    path as file,
    sheet,
    null::integer as row,
    null as column_name,
    null as value,
    'the sheet is missing: ' || sheet || ' stays empty' as message
from missing_sheet
cross join league_file
union all
select
    case when is_key then 'error' else 'warning' end,
    'missing_column',
    null,
    path,
    sheet,
    1,
    column_name,
    null,
    'the column ' || column_name || ' is missing'
from wanted
join given using (sheet)
where column_name <> all (columns)
