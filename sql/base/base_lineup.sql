-- base_lineup: the line-ups of the games that are built, everything put right (page 10, 3.5; words
-- as page 21, 2.2 reads them). live: it has a period, its clock runs down and somebody is on the
-- ice; only such a line-up is a shift. shift_id is NULL also in a game with fewer than ten of them
-- that was not asked for by its number.
-- grain: one row per game and shift_index
-- by: game
-- analyze: game_id, shift_index, row, period, shift_id
with
slots as (
    select
        game_id,
        shift_index,
        max(jersey) filter (where side = 'home' and position = 'F1') as home_forward_1,
        max(jersey) filter (where side = 'home' and position = 'F2') as home_forward_2,
        max(jersey) filter (where side = 'home' and position = 'F3') as home_forward_3,
        max(jersey) filter (where side = 'home' and position = 'D1') as home_defense_1,
        max(jersey) filter (where side = 'home' and position = 'D2') as home_defense_2,
        max(jersey) filter (where side = 'home' and position = 'X') as home_xtra,
        max(jersey) filter (where side = 'home' and position = 'G') as home_goalie,
        max(jersey) filter (where side = 'away' and position = 'F1') as away_forward_1,
        max(jersey) filter (where side = 'away' and position = 'F2') as away_forward_2,
        max(jersey) filter (where side = 'away' and position = 'F3') as away_forward_3,
        max(jersey) filter (where side = 'away' and position = 'D1') as away_defense_1,
        max(jersey) filter (where side = 'away' and position = 'D2') as away_defense_2,
        max(jersey) filter (where side = 'away' and position = 'X') as away_xtra,
        max(jersey) filter (where side = 'away' and position = 'G') as away_goalie,
        max(player_id) filter (where side = 'home' and position = 'F1') as home_forward_1_id,
        max(player_id) filter (where side = 'home' and position = 'F2') as home_forward_2_id,
        max(player_id) filter (where side = 'home' and position = 'F3') as home_forward_3_id,
        max(player_id) filter (where side = 'home' and position = 'D1') as home_defense_1_id,
        max(player_id) filter (where side = 'home' and position = 'D2') as home_defense_2_id,
        max(player_id) filter (where side = 'home' and position = 'X') as home_xtra_id,
        max(player_id) filter (where side = 'home' and position = 'G') as home_goalie_id,
        max(player_id) filter (where side = 'away' and position = 'F1') as away_forward_1_id,
        max(player_id) filter (where side = 'away' and position = 'F2') as away_forward_2_id,
        max(player_id) filter (where side = 'away' and position = 'F3') as away_forward_3_id,
        max(player_id) filter (where side = 'away' and position = 'D1') as away_defense_1_id,
        max(player_id) filter (where side = 'away' and position = 'D2') as away_defense_2_id,
        max(player_id) filter (where side = 'away' and position = 'X') as away_xtra_id,
        max(player_id) filter (where side = 'away' and position = 'G') as away_goalie_id,
        (count(*) filter (where side = 'home' and position <> 'G'))::integer as home_skaters,
        (count(*) filter (where side = 'away' and position <> 'G'))::integer as away_skaters,
        count(*)::integer as filled_slots
    from base_lineup_slot
    group by game_id, shift_index
),
clocked as (
    select
        l.*,
        case when start_typed <= length then start_typed end as start_clock,
        case when stop_typed <= length then stop_typed end as end_clock
    from base_lineup_row as l
    left join base_period using (game_id, period)
),
lived as (
    select
        clocked.*,
        coalesce(slots.filled_slots, 0) as filled_slots,
        coalesce(start_clock > end_clock, false) and slots.shift_index is not null as live
    from clocked
    left join slots using (game_id, shift_index)
),
counted as (
    select *, count(*) filter (where live) over (partition by game_id) as live_lineups
    from lived
),
start_alias as (
    select old_value, new_value
    from base_alias
    where dimension = 'shift_start_type' and match_type = 'exact'
),
stop_alias as (
    select old_value, new_value
    from base_alias
    where dimension = 'shift_stop_type' and match_type = 'exact'
)
select
    l.game_id,
    l.shift_index,
    l.row,
    l.period,
    l.start_clock,
    l.end_clock,
    l.live,
    case
        when l.live and (live_lineups >= 10 or game.asked_for)
        then 'SH' || l.game_id || to_char(l.shift_index, 'FM9900000')
    end as shift_id,
    home_forward_1,
    home_forward_2,
    home_forward_3,
    home_defense_1,
    home_defense_2,
    home_xtra,
    home_goalie,
    away_forward_1,
    away_forward_2,
    away_forward_3,
    away_defense_1,
    away_defense_2,
    away_xtra,
    away_goalie,
    home_forward_1_id,
    home_forward_2_id,
    home_forward_3_id,
    home_defense_1_id,
    home_defense_2_id,
    home_xtra_id,
    home_goalie_id,
    away_forward_1_id,
    away_forward_2_id,
    away_forward_3_id,
    away_defense_1_id,
    away_defense_2_id,
    away_xtra_id,
    away_goalie_id,
    coalesce(home_skaters, 0) as home_skaters,
    coalesce(away_skaters, 0) as away_skaters,
    case
        when start_alias.old_value is null then l.start_word_typed else start_alias.new_value
    end as shift_start_type,
    mirrored_stop_word(
        case
            when stop_alias.old_value is null then l.stop_word_typed else stop_alias.new_value
        end,
        l.swapped
    ) as shift_stop_type,
    case
        when text_integer(l.stoppage_typed) < 0
            or text_integer(l.stoppage_typed) > l.start_clock - l.end_clock then null
        else text_integer(l.stoppage_typed)
    end as stoppage_time,
    text_boolean(l.home_ozone_start)::integer as home_ozone_start,
    text_boolean(l.home_ozone_end)::integer as home_ozone_end,
    text_boolean(l.home_dzone_start)::integer as home_dzone_start,
    text_boolean(l.home_dzone_end)::integer as home_dzone_end,
    text_boolean(l.home_nzone_start)::integer as home_nzone_start,
    text_boolean(l.home_nzone_end)::integer as home_nzone_end,
    l.filled_slots,
    l.stoppage_typed,
    l.interval_typed,
    l.start_word_typed,
    l.stop_word_typed
from counted as l
join base_game as game using (game_id)
left join slots using (game_id, shift_index)
left join start_alias on start_alias.old_value = l.start_word_typed
left join stop_alias on stop_alias.old_value = l.stop_word_typed
order by l.game_id, l.shift_index
