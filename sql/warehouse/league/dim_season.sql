-- dim_season: seasons with start date, one per league, season and session.
-- A season that only another sheet names has a row with nothing but its id, behind the others.
-- grain: one row per season
-- key: season_id
with
sheet as (
    select
        row,
        season_id,
        text_integer(season) as season,
        session,
        norad,
        csah,
        league_id,
        league,
        text_date(start_date) as start_date
    from raw.dim_season
    join base_league_row as counted using (file_id, row)
    where counted.sheet = 'dim_season' and counted.counts
),
unknown as (
    select distinct id as season_id from base_unknown_id where dimension = 'dim_season'
)
select
    season_id,
    season,
    session,
    norad,
    csah,
    league_id,
    league,
    start_date
from sheet
full join unknown using (season_id)
order by row, season_id collate "C"
