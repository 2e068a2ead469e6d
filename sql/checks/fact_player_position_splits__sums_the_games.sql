-- fact_player_position_splits__sums_the_games: over the positions of a player everything that
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
position as (
    select player_id, statistic, sum(value::numeric) as total
    from fact_player_position_splits as stats
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
select player_id, statistic, position.total as position_total, game.total as game_total
from position
full join game using (player_id, statistic)
where (position.total is null) <> (game.total is null)
    or abs(position.total - game.total) > 1e-6
