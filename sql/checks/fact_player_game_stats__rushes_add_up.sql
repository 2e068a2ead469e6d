-- fact_player_game_stats__rushes_add_up: a rush has a shot by its meaning, so all of a skater's
-- have; one that he defended was stopped or scored on; first and other players are all.
select
    player_game_key, rush_involvement, rush_off_shot_generated, rush_off_goal_generated,
    rush_def_involvement, rush_def_stop, rush_def_ga
from fact_player_game_stats
where rush_off_shot_generated <> rush_involvement
    or rush_primary + rush_support <> rush_involvement
    or rush_primary_success + rush_support_success <> rush_off_success
    or rush_primary_goal + rush_support_goal <> rush_off_goal_generated
    or rush_off_goal_generated > rush_involvement
    or rush_off_immediate_shot > least(rush_involvement, rush_calc_off)
    or rush_primary_def + rush_def_support <> rush_def_involvement
    or rush_def_stop + rush_def_ga <> rush_def_involvement
    or rush_primary_def_stop + rush_primary_def_ga <> rush_primary_def
    or rush_support_def_stop + rush_support_def_ga <> rush_def_support
    or rush_def_success <> rush_def_stop
    or rush_goals > rush_shots
    or rush_shots > sog
