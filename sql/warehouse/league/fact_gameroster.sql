-- fact_gameroster: official box-score line; position from the ice in tracked games.
-- player_position is the group in which the player was on the ice longest, the sheet's word if he
-- was in no line-up. Equal seconds: the sheet's word if it is among them, else the first of
-- Forward, Defense, Goalie.
-- grain: one row per game and player
-- key: game_id, player_id
-- by: game
with
seconds_by_position as (
    select
        game_id,
        player_id,
        left(position, 1) as slot,
        sum(shift_duration) as seconds
    from base_lineup_player
    where player_id is not null
    group by game_id, player_id, slot
),
stood as (
    select
        game_id,
        player_id,
        played.position_group,
        played.place,
        sum(seconds) as seconds
    from seconds_by_position
    join (values
        ('F', 'Forward', 1),
        ('X', 'Forward', 1),
        ('D', 'Defense', 2),
        ('G', 'Goalie', 3)
    ) as played (slot, position_group, place) using (slot)
    group by game_id, player_id, position_group, place
),
longest as (
    select distinct on (game_id, player_id)
        game_id,
        player_id,
        position_group
    from stood
    join base_roster using (game_id, player_id)
    order by
        game_id, player_id,
        seconds desc, position_group = player_position desc nulls last, place
)
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
left join longest using (game_id, player_id)
left join dim_venue on venue_code = side
left join dim_position on position_name = coalesce(position_group, player_position)
order by row
