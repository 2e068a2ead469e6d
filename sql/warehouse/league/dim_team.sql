-- dim_team: the teams of the league: rows with norad_team Y, in any case.
-- A team that only another sheet names has a row behind the others: the sheet's own row if only
-- the filter had dropped it, else nothing but its id.
-- grain: one row per team
-- key: team_id
with
unknown as (
    select distinct id as team_id from base_unknown_id where dimension = 'dim_team'
),
kept as (
    select file_id, row, row as place from base_league_row where sheet = 'dim_team' and counts
    union all
    select file_id, min(row), null
    from raw.dim_team
    join run_file using (file_id)
    join unknown using (team_id)
    group by file_id, team_id
),
sheet as (
    select * from raw.dim_team join kept using (file_id, row)
)
select
    team_name,
    team_id,
    norad_team,
    league_id,
    league,
    long_team_name,
    team_cd,
    team_color1,
    team_color2,
    team_color3,
    team_color4,
    team_logo,
    team_url
from sheet
full join unknown using (team_id)
order by place, team_id collate "C"
