-- fact_player_stats_by_competition_tier__sums_the_games: over the tiers of a player everything that
-- adds up is the sum of his games, and every game counts once.
with
additive as materialized (
    select attname::text as statistic
    from pg_attribute
    where attrelid = 'fact_player_game_stats'::regclass
        and (
            atttypid = 'integer'::regtype
            and attname not in (
                'game_id', 'player_rating', 'skill_rating', 'shot_type_variety',
                'pass_type_diversity', 'unique_linemates', 'top_linemate_toi_together',
                'd_partner_toi_together'
            )
            or attname in (
                'xg_for', 'gar_offense', 'gar_defense', 'gar_possession', 'gar_transition',
                'gar_poise'
            )
        )
),
tier as (
    select player_id, statistic, sum(value::numeric) as total
    from fact_player_stats_by_competition_tier as stats
    cross join lateral jsonb_each_text(to_jsonb(stats)) as of_row (statistic, value)
    join additive using (statistic)
    group by player_id, statistic
),
game as (
    select player_id, statistic, sum(value::numeric) as total
    from fact_player_game_stats as stats
    cross join lateral jsonb_each_text(to_jsonb(stats)) as of_row (statistic, value)
    join additive using (statistic)
    group by player_id, statistic
)
select player_id, statistic, tier.total as tier_total, game.total as game_total
from tier
full join game using (player_id, statistic)
where (tier.total is null) <> (game.total is null)
    or abs(tier.total - game.total) > 1e-6
