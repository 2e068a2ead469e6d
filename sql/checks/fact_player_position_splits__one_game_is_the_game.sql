-- fact_player_position_splits__one_game_is_the_game: one game at a position equals that game in
-- every column that both have.
with
game as materialized (
    select
        player_id,
        coalesce(position, 'Unknown') as position,
        to_jsonb(stats) - '{position,_export_timestamp}'::text[] as statistics
    from fact_player_game_stats as stats
)
select split.split_key, statistic.key, statistic.value, statistics -> statistic.key as game
from fact_player_position_splits as split
join game using (player_id, position)
cross join lateral jsonb_each(to_jsonb(split)) as statistic
where games_at_position = 1
    and statistics ? statistic.key
    and statistics -> statistic.key is distinct from statistic.value
