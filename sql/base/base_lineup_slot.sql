-- base_lineup_slot: the filled slots of the line-ups, with the player by side and jersey (page 10,
-- 3.5 and 3.3). side is turned round where home and away were exchanged; column_name is the
-- sheet's.
-- A jersey 0 is an empty slot unless a player of the team wears it. place: order of the slots.
-- grain: one row per game, shift_index, side and position
-- by: game
-- analyze: game_id, shift_index
with
typed as (
    select
        game_id,
        l.shift_index,
        case when swapped then other_side(s.side) else s.side end as side,
        s.place,
        s.position,
        s.side || '_' || s.slot as column_name,
        jersey_number(s.cell) as jersey
    from base_lineup_row as l
    join raw.shifts as shift using (file_id, row)
    cross join lateral (values
        ('home', 1, 'F1', 'forward_1', home_forward_1),
        ('home', 2, 'F2', 'forward_2', home_forward_2),
        ('home', 3, 'F3', 'forward_3', home_forward_3),
        ('home', 4, 'D1', 'defense_1', home_defense_1),
        ('home', 5, 'D2', 'defense_2', home_defense_2),
        ('home', 6, 'X', 'xtra', home_xtra),
        ('home', 7, 'G', 'goalie', home_goalie),
        ('away', 1, 'F1', 'forward_1', away_forward_1),
        ('away', 2, 'F2', 'forward_2', away_forward_2),
        ('away', 3, 'F3', 'forward_3', away_forward_3),
        ('away', 4, 'D1', 'defense_1', away_defense_1),
        ('away', 5, 'D2', 'defense_2', away_defense_2),
        ('away', 6, 'X', 'xtra', away_xtra),
        ('away', 7, 'G', 'goalie', away_goalie)
    ) as s (side, place, position, slot, cell)
    where s.cell is not null
)
select
    game_id,
    shift_index,
    side,
    place,
    position,
    column_name,
    jersey,
    coalesce(case side when 'home' then home_players else away_players end, 0) as players,
    coalesce(case side when 'home' then away_players else home_players end, 0) as other_players,
    case side when 'home' then home_player_id else away_player_id end as player_id,
    row_number() over (partition by game_id, shift_index, side, jersey order by place) > 1
        as repeated
from typed
left join base_number using (game_id, jersey)
where jersey <> '0'
    or case side when 'home' then home_players else away_players end > 0
