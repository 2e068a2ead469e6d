-- dim_league: leagues.
-- A league that only another sheet names has a row with nothing but its id, behind the others.
-- grain: one row per league
-- key: league_id
with
sheet as (
    select
        row,
        league_id,
        league
    from raw.dim_league
    join base_league_row as counted using (file_id, row)
    where counted.sheet = 'dim_league' and counted.counts
),
unknown as (
    select distinct id as league_id from base_unknown_id where dimension = 'dim_league'
)
select
    league_id,
    league
from sheet
full join unknown using (league_id)
order by row, league_id collate "C"
