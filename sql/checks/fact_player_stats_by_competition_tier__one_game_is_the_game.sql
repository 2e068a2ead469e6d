-- fact_player_stats_by_competition_tier__one_game_is_the_game: one game against a tier equals that
-- game in every column that both have; it is the tier of its opponents' rating.
with
game as materialized (
    select
        player_id,
        case
            when opp_avg_rating >= 5 then 'Elite'
            when opp_avg_rating >= 4 then 'Above Average'
            when opp_avg_rating >= 3 then 'Average'
            when opp_avg_rating < 3 then 'Below Average'
            else 'Unknown'
        end as competition_tier,
        to_jsonb(stats) - '_export_timestamp' as statistics
    from fact_player_game_stats as stats
)
select tier.tier_key, statistic.key, statistic.value, statistics -> statistic.key as game
from fact_player_stats_by_competition_tier as tier
left join game using (player_id, competition_tier)
cross join lateral jsonb_each(to_jsonb(tier)) as statistic
where games_vs_tier = 1
    and (statistics is null or statistics ? statistic.key)
    and statistics -> statistic.key is distinct from statistic.value
