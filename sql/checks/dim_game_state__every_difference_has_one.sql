-- dim_game_state__every_difference_has_one: every goal difference lies in exactly one state, close
-- apart.
select difference, count(game_state_id) as states
from generate_series(-99, 99) as difference
left join dim_game_state
    on difference between goal_diff_min and goal_diff_max and game_state_code <> 'close'
group by difference
having count(game_state_id) <> 1
