-- base_lineup_slot: the filled slots of the line-ups, with the player by side and jersey (page 10,
-- 3.5 and 3.3) and his rating. side is turned round where home and away were exchanged.
-- A jersey 0 is an empty slot unless a player of the team wears it. place: order of the slots.
-- lineup_no, player_no: as base_lineup_row and base_number tell them.
-- repeated: the jersey stands in an earlier slot of the side too.
-- grain: one row per game, shift_index, side and position
-- by: game
-- analyze: lineup_no
with
side as (
    select
        lineup_no,
        game_id,
        lineup.shift_index,
        case when swapped then 'away' else 'home' end as side,
        array[
            jersey_number(home_forward_1),
            jersey_number(home_forward_2),
            jersey_number(home_forward_3),
            jersey_number(home_defense_1),
            jersey_number(home_defense_2),
            jersey_number(home_xtra),
            jersey_number(home_goalie)
        ] as jerseys
    from base_lineup_row as lineup
    join raw.shifts using (file_id, row)
    union all
    select
        lineup_no,
        game_id,
        lineup.shift_index,
        case when swapped then 'home' else 'away' end,
        array[
            jersey_number(away_forward_1),
            jersey_number(away_forward_2),
            jersey_number(away_forward_3),
            jersey_number(away_defense_1),
            jersey_number(away_defense_2),
            jersey_number(away_xtra),
            jersey_number(away_goalie)
        ]
    from base_lineup_row as lineup
    join raw.shifts using (file_id, row)
),
slot as (
    select
        lineup_no,
        game_id,
        shift_index,
        side,
        jerseys,
        generate_series(1, 7) as place,
        unnest(array['F1', 'F2', 'F3', 'D1', 'D2', 'X', 'G']) as position,
        unnest(jerseys) as jersey
    from side
)
select
    lineup_no,
    game_id,
    shift_index,
    side,
    place,
    position,
    jersey,
    coalesce(case side when 'home' then home_players else away_players end, 0) as players,
    coalesce(case side when 'home' then away_players else home_players end, 0) as other_players,
    case side when 'home' then home_player_id else away_player_id end as player_id,
    case side when 'home' then home_player_no else away_player_no end as player_no,
    case side when 'home' then home_player_rating else away_player_rating end as rating,
    array_position(jerseys, jersey) < place as repeated
from slot
left join base_number using (game_id, jersey)
where jersey is not null
    and (
        jersey <> '0'
        or case side when 'home' then home_players else away_players end > 0
    )
