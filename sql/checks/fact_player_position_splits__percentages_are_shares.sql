-- fact_player_position_splits__percentages_are_shares: every percentage is within 0 to 100.
select stats.split_key, statistic, value
from fact_player_position_splits as stats
cross join lateral jsonb_each_text(to_jsonb(stats)) as of_row (statistic, value)
where (statistic like '%\_pct' or statistic in ('pressure_rate', 'play_success_rate'))
    and value::double precision not between 0 and 100
