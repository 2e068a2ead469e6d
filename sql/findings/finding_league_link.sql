-- finding_league_link: ids in the league workbook that lead nowhere, and roster rows of a game or
-- a team that the schedule does not know (page 42, 3 and 7.1). All of them are kept.
-- grain: one row per id and column, or per roster row
with
roster as (
    select * from base_roster where side is null
)
select
    'error' as severity,
    'unknown_' || substr(dimension, 5) as kind,
    null::integer as game_id,
    path as file,
    sheet,
    row,
    column_name,
    left(id, 100) as value,
    left(id, 100) || ' is in no row of ' || dimension as message
from base_unknown_id
join run_file using (file_id)
union all
select
    'warning',
    'unknown_game',
    roster.game_id,
    path,
    'fact_gameroster',
    row,
    'game_id',
    roster.game_id::text,
    'game ' || roster.game_id || ' is not in dim_schedule'
from roster
join run_file using (file_id)
where not scheduled
union all
select
    'warning',
    'roster_team_not_in_game',
    roster.game_id,
    path,
    'fact_gameroster',
    row,
    'team_id',
    left(team_id, 100),
    coalesce(left(team_id, 100), 'nobody') || ' does not play in game ' || roster.game_id
from roster
join run_file using (file_id)
where scheduled
