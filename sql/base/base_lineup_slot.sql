-- base_lineup_slot: the filled slots of the line-ups, with the player by side and jersey (page 10,
-- 3.5 and 3.3) and his rating.
-- slot: the place in the order F1 F2 F3 D1 D2 X G, of home 1 to 7, of away 8 to 14.
-- lineup_no, player_no: as base_lineup_row and base_number tell them.
-- repeated: the jersey stands in an earlier slot of the side too.
-- grain: one row per line-up and filled slot
-- by: game
-- analyze: lineup_no
with
filled as (
    select
        lineup_no,
        game_id,
        jerseys,
        generate_series(1, 14) as slot,
        unnest(jerseys) as jersey
    from base_lineup_row
)
select
    lineup_no,
    slot,
    jersey,
    coalesce(case when slot < 8 then home_players else away_players end, 0) as players,
    coalesce(case when slot < 8 then away_players else home_players end, 0) as other_players,
    case when slot < 8 then home_player_id else away_player_id end as player_id,
    case when slot < 8 then home_player_no else away_player_no end as player_no,
    case when slot < 8 then home_player_rating else away_player_rating end as rating,
    array_position(jerseys, jersey, case when slot < 8 then 1 else 8 end) < slot as repeated
from filled
left join base_number using (game_id, jersey)
where jersey is not null
