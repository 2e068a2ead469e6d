-- fact_gameroster: official box-score line; position from the ice in tracked games.
-- grain: one row per game and player
-- key: game_id, player_id
select
    game_id,
    player_id,
    team_id,
    opp_team_id,
    season_id,
    venue_id,
    position_id,
    team_name,
    opp_team_name,
    side as team_venue,
    date,
    season,
    player_full_name,
    jersey as player_game_number,
    coalesce(position_group, player_position) as player_position,
    goals,
    assist,
    goals + assist as points,
    goals_against,
    pim,
    shutouts,
    games_played,
    sub,
    current_team
from base_roster
left join base_stood using (game_id, player_id)
left join dim_venue on venue_code = side
left join dim_position on position_name = coalesce(position_group, player_position)
order by row
