-- fact_player_game_stats__score_states_add_up: a skater's ice time and his goals are those of the
-- three score states; close games are no more than all.
select
    player_game_key, toi_seconds, leading_toi, trailing_toi, tied_toi, close_game_toi, goals,
    leading_goals, trailing_goals, tied_goals
from fact_player_game_stats
where leading_toi + trailing_toi + tied_toi <> toi_seconds
    or leading_goals + trailing_goals + tied_goals <> goals
    or close_game_toi > toi_seconds
    or close_game_toi < tied_toi
    or p3_leading_toi > least(leading_toi, p3_toi_seconds)
    or p3_leading_cf + p3_leading_ca > corsi_for + corsi_against
    or p3_leading_gf > plus_total
    or p3_leading_ga > minus_total
