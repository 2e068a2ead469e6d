-- fact_player_game_stats__percentages_are_shares: every percentage is within 0 to 100; goals per
-- shot only in games all of whose scorers have their shots.
with
goal as (
    select game_id, bool_and(goals = scoring_chance_goals) as have_shots
    from fact_player_game_stats
    group by game_id
)
select stats.player_game_key, statistic, value
from fact_player_game_stats as stats
join goal using (game_id)
cross join lateral jsonb_each_text(to_jsonb(stats)) as of_row (statistic, value)
where (statistic like '%\_pct' or statistic in ('pressure_rate', 'play_success_rate'))
    and value::double precision not between 0 and 100
    and (
        have_shots
        or statistic not in (
            'shooting_pct', 'wrist_shot_pct', 'one_timer_pct', 'on_ice_sh_pct', 'on_ice_sv_pct'
        )
    )
