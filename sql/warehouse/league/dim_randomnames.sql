-- dim_randomnames: pool of pseudonyms.
-- grain: one row per pseudonym
-- key: random_full_name
select
    random_full_name,
    random_first_name,
    random_last_name,
    gender,
    name_used
from raw.dim_randomnames
join base_league_row as counted using (file_id, row)
where counted.sheet = 'dim_randomnames' and counted.counts
order by row
