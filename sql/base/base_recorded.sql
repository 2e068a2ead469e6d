-- base_recorded: which fields the tracker of a game filled at all (page 30, 2): where a whole field
-- is empty its statistics are unknown, not 0. And how many rows name a player, how many by number.
-- grain: one row per game that is built
-- by: game
with
player as (
    select
        game_id,
        count(*) as player_rows,
        count(jersey) as numbers,
        count(player_id) filter (where jersey is not null) as numbers_known,
        bool_or(play_detail1 is not null or play_detail_2 is not null) as tags,
        bool_or(play_detail_successful is not null) as play_success,
        bool_or(pressured_pressurer is not null) as pressure
    from base_event_player
    group by game_id
),
event as (
    select
        game_id,
        bool_or(is_zone_entry) as entry_success,
        bool_or(is_zone_exit) as exit_success
    from base_event_flag
    where (is_zone_entry or is_zone_exit) and successful = 'u'
    group by game_id
)
select
    game_id,
    player.player_rows,
    player.numbers,
    player.numbers_known,
    coalesce(tags, false) as tags,
    coalesce(play_success, false) as play_success,
    coalesce(pressure, false) as pressure,
    coalesce(entry_success, false) as entry_success,
    coalesce(exit_success, false) as exit_success,
    game_id in (select game_id from base_lineup where shift_id is not null) as shifts
from base_game
left join player using (game_id)
left join event using (game_id)
