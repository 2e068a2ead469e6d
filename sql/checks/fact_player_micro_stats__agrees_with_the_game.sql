-- fact_player_micro_stats__agrees_with_the_game: a skater with a role on an event has the same
-- small plays here as in fact_player_game_stats.
select
    player_game_key, micro.screens, stats.screens, micro.one_timers, shots_one_timer,
    micro.rebounds, rebound_recoveries, micro.board_battles, loose_puck_wins
from fact_player_game_stats as stats
join fact_player_micro_stats as micro using (game_id, player_id)
where micro.screens is distinct from stats.screens
    or micro.dekes is distinct from stats.dekes
    or micro.backchecks is distinct from stats.backchecks
    or micro.forechecks is distinct from stats.forechecks
    or micro.one_timers <> shots_one_timer
    or micro.rebounds <> rebound_recoveries
    or micro.board_battles < loose_puck_wins
    or micro.tips < 0
