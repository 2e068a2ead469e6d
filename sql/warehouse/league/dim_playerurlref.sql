-- dim_playerurlref: name strings of the league site and the player they mean.
-- A name string can mean two players.
-- grain: one row per name string and player
-- key: n_player_url, player_full_name
select
    n_player_url,
    player_full_name,
    n_player_id_2
from raw.dim_playerurlref
join base_league_row as counted using (file_id, row)
where counted.sheet = 'dim_playerurlref' and counted.counts
order by row
