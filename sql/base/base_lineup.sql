-- base_lineup: the line-ups of the games that are built, everything put right (page 10, 3.5; words
-- as page 21, 2.2 reads them). live: it has a period, its clock runs down and somebody is on the
-- ice; only such a line-up is a shift. shift_id is NULL also in a game with fewer than ten of them
-- that was not asked for by its number. shift_no: one number for game and place in the order of
-- time. start_elapsed, end_elapsed: game seconds played; NULL where the length of a period is
-- unknown. *_rating_*: of the skaters, once each; *_skater_nos: player_no of those who are known.
-- grain: one row per game and shift_index
-- by: game
-- analyze: game_id, lineup_no, shift_no, period, shift_id
with
slots as (
    select
        lineup_no as slot_lineup_no,
        max(player_id) filter (where slot = 1) as home_forward_1_id,
        max(player_id) filter (where slot = 2) as home_forward_2_id,
        max(player_id) filter (where slot = 3) as home_forward_3_id,
        max(player_id) filter (where slot = 4) as home_defense_1_id,
        max(player_id) filter (where slot = 5) as home_defense_2_id,
        max(player_id) filter (where slot = 6) as home_xtra_id,
        max(player_id) filter (where slot = 7) as home_goalie_id,
        max(player_id) filter (where slot = 8) as away_forward_1_id,
        max(player_id) filter (where slot = 9) as away_forward_2_id,
        max(player_id) filter (where slot = 10) as away_forward_3_id,
        max(player_id) filter (where slot = 11) as away_defense_1_id,
        max(player_id) filter (where slot = 12) as away_defense_2_id,
        max(player_id) filter (where slot = 13) as away_xtra_id,
        max(player_id) filter (where slot = 14) as away_goalie_id,
        sum(rating_once) filter (where slot < 7) as home_rating_sum,
        count(rating_once) filter (where slot < 7) as home_rating_count,
        min(rating_once) filter (where slot < 7) as home_rating_min,
        max(rating_once) filter (where slot < 7) as home_rating_max,
        sum(rating_once) filter (where slot between 8 and 13) as away_rating_sum,
        count(rating_once) filter (where slot between 8 and 13) as away_rating_count,
        min(rating_once) filter (where slot between 8 and 13) as away_rating_min,
        max(rating_once) filter (where slot between 8 and 13) as away_rating_max,
        array_remove(array[
            max(player_no_once) filter (where slot = 1),
            max(player_no_once) filter (where slot = 2),
            max(player_no_once) filter (where slot = 3),
            max(player_no_once) filter (where slot = 4),
            max(player_no_once) filter (where slot = 5),
            max(player_no_once) filter (where slot = 6)
        ], null) as home_skater_nos,
        array_remove(array[
            max(player_no_once) filter (where slot = 8),
            max(player_no_once) filter (where slot = 9),
            max(player_no_once) filter (where slot = 10),
            max(player_no_once) filter (where slot = 11),
            max(player_no_once) filter (where slot = 12),
            max(player_no_once) filter (where slot = 13)
        ], null) as away_skater_nos
    from (
        select
            *,
            case when not repeated then rating end as rating_once,
            case when not repeated then player_no end as player_no_once
        from base_lineup_slot
    ) as slot
    group by lineup_no
),
lined as (
    select
        l.*,
        slots.*,
        cardinality(array_remove(jerseys[1:6], null)) as home_skaters,
        cardinality(array_remove(jerseys[8:13], null)) as away_skaters,
        cardinality(array_remove(jerseys, null)) as filled_slots,
        case when start_typed <= length then start_typed end as start_clock,
        case when stop_typed <= length then stop_typed end as end_clock,
        start_elapsed + length as period_end_elapsed
    from base_lineup_row as l
    left join base_period using (game_id, period)
    left join slots on slot_lineup_no = lineup_no
),
counted as (
    select
        *,
        coalesce(start_clock > end_clock and filled_slots > 0, false) as live,
        count(*) filter (where start_clock > end_clock and filled_slots > 0)
            over (partition by game_id) as live_lineups,
        game_id::bigint * 100000 + row_number() over (
            partition by game_id order by period, start_clock desc, shift_index
        ) as shift_no
    from lined
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
    l.lineup_no,
    l.shift_no,
    l.row,
    l.period,
    l.start_clock,
    l.end_clock,
    period_end_elapsed - l.start_clock as start_elapsed,
    period_end_elapsed - l.end_clock as end_elapsed,
    l.live,
    case
        when l.live and (live_lineups >= 10 or game.asked_for)
        then 'SH' || l.game_id || to_char(l.shift_index, 'FM9900000')
    end as shift_id,
    jerseys[1] as home_forward_1,
    jerseys[2] as home_forward_2,
    jerseys[3] as home_forward_3,
    jerseys[4] as home_defense_1,
    jerseys[5] as home_defense_2,
    jerseys[6] as home_xtra,
    jerseys[7] as home_goalie,
    jerseys[8] as away_forward_1,
    jerseys[9] as away_forward_2,
    jerseys[10] as away_forward_3,
    jerseys[11] as away_defense_1,
    jerseys[12] as away_defense_2,
    jerseys[13] as away_xtra,
    jerseys[14] as away_goalie,
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
    home_skaters,
    away_skaters,
    home_rating_sum,
    home_rating_count,
    home_rating_min,
    home_rating_max,
    away_rating_sum,
    away_rating_count,
    away_rating_min,
    away_rating_max,
    home_skater_nos,
    away_skater_nos,
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
left join start_alias on start_alias.old_value = l.start_word_typed
left join stop_alias on stop_alias.old_value = l.stop_word_typed
order by l.shift_no
