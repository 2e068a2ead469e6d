-- fact_goalie_season_stats__sums_the_games: everything that adds up is the sum of the games of the
-- season, in All and over its game types.
with
additive as materialized (
    select season.attname::text as statistic
    from pg_attribute as season
    join pg_attribute as game on game.attname = season.attname
    where season.attrelid = 'fact_goalie_season_stats'::regclass
        and game.attrelid = 'fact_goalie_game_stats'::regclass
        and season.atttypid = 'integer'::regtype
),
season as (
    select
        player_id,
        season_id,
        game_type = 'All' as is_all,
        statistic,
        sum(value::numeric) as total
    from fact_goalie_season_stats as stats
    cross join lateral jsonb_each_text(to_jsonb(stats)) as of_row (statistic, value)
    join additive using (statistic)
    group by player_id, season_id, is_all, statistic
),
game as (
    select player_id, season_id, statistic, sum(value::numeric) as total
    from fact_goalie_game_stats as stats
    join dim_schedule using (game_id)
    cross join lateral jsonb_each_text(to_jsonb(stats)) as of_row (statistic, value)
    join additive using (statistic)
    where season_id is not null
    group by player_id, season_id, statistic
),
wanted as (
    select game.*, of_game.is_all
    from game
    cross join (values (true), (false)) as of_game (is_all)
)
select
    player_id,
    season_id,
    is_all,
    statistic,
    season.total as season_total,
    wanted.total as games_total
from season
full join wanted using (player_id, season_id, is_all, statistic)
where season.total is distinct from wanted.total
