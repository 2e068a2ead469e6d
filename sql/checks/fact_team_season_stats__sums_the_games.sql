-- fact_team_season_stats__sums_the_games: everything that adds up is the sum of the games of the
-- season, in All and over its game types.
with
additive as materialized (
    select attname::text as statistic
    from pg_attribute
    where attrelid = 'fact_team_game_stats'::regclass
        and (
            atttypid = 'integer'::regtype and attname <> 'game_id'
            or attname in ('xg_for', 'gar_total', 'war')
        )
),
season as (
    select
        team_id,
        season_id,
        game_type = 'All' as is_all,
        statistic,
        sum(value::numeric) as total
    from fact_team_season_stats as stats
    cross join lateral jsonb_each_text(to_jsonb(stats)) as of_row (statistic, value)
    join additive using (statistic)
    group by team_id, season_id, is_all, statistic
),
game as (
    select team_id, season_id, statistic, sum(value::numeric) as total
    from fact_team_game_stats as stats
    cross join lateral jsonb_each_text(to_jsonb(stats)) as of_row (statistic, value)
    join additive using (statistic)
    where season_id is not null
    group by team_id, season_id, statistic
),
wanted as (
    select game.*, of_game.is_all
    from game
    cross join (values (true), (false)) as of_game (is_all)
)
select
    team_id,
    season_id,
    is_all,
    statistic,
    season.total as season_total,
    wanted.total as games_total
from season
full join wanted using (team_id, season_id, is_all, statistic)
where (season.total is null) <> (wanted.total is null)
    or abs(season.total - wanted.total) > 1e-6
