-- base_recorded: which fields the tracker of a game filled at all (page 30, 2): where a whole field
-- is empty its statistics are unknown, not 0.
-- grain: one row per game that is built
-- by: game
with
player as (
    select
        game_id,
        bool_or(play_detail1 is not null or play_detail_2 is not null) as tags,
        bool_or(play_detail_successful is not null) as play_success,
        bool_or(pressured_pressurer is not null) as pressure
    from base_event_player
    group by game_id
),
event as (
    select
        game_id,
        bool_or(is_zone_entry and successful = 'u') as entry_success,
        bool_or(is_zone_exit and successful = 'u') as exit_success
    from base_event_flag
    group by game_id
)
select
    game_id,
    coalesce(tags, false) as tags,
    coalesce(play_success, false) as play_success,
    coalesce(pressure, false) as pressure,
    coalesce(entry_success, false) as entry_success,
    coalesce(exit_success, false) as exit_success,
    exists (
        select from base_lineup_player where base_lineup_player.game_id = base_game.game_id
    ) as shifts
from base_game
left join player using (game_id)
left join event using (game_id)
