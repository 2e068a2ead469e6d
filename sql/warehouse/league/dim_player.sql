-- dim_player: the league's players.
-- A player whom only another sheet names has a row with nothing but his id, behind the others.
-- grain: one row per player
-- key: player_id
with
sheet as (
    select
        row,
        player_first_name,
        player_last_name,
        player_full_name,
        player_id,
        player_primary_position,
        text_integer(current_skill_rating) as current_skill_rating,
        text_integer(birth_year) as birth_year,
        player_gender,
        highest_beer_league,
        text_integer(player_rating_ly) as player_rating_ly,
        player_leadership,
        player_norad,
        player_norad_current_team,
        player_norad_current_team_id,
        other_url,
        player_url,
        player_image,
        random_player_first_name,
        random_player_last_name,
        random_player_full_name
    from raw.dim_player
    join base_league_row as counted using (file_id, row)
    where counted.sheet = 'dim_player' and counted.counts
),
unknown as (
    select distinct id as player_id from base_unknown_id where dimension = 'dim_player'
)
select
    player_first_name,
    player_last_name,
    player_full_name,
    player_id,
    player_primary_position,
    current_skill_rating,
    birth_year,
    player_gender,
    highest_beer_league,
    player_rating_ly,
    player_leadership,
    player_norad,
    player_norad_current_team,
    player_norad_current_team_id,
    other_url,
    player_url,
    player_image,
    random_player_first_name,
    random_player_last_name,
    random_player_full_name
from sheet
full join unknown using (player_id)
order by row, player_id collate "C"
