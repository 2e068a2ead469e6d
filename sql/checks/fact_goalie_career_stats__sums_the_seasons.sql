-- fact_goalie_career_stats__sums_the_seasons: a career is the sum of the All rows of its seasons.
with
additive as materialized (
    select career.attname::text as statistic
    from pg_attribute as career
    join pg_attribute as season on season.attname = career.attname
    where career.attrelid = 'fact_goalie_career_stats'::regclass
        and season.attrelid = 'fact_goalie_season_stats'::regclass
        and (career.atttypid = 'integer'::regtype or career.attname = 'season_war')
),
career as (
    select player_id, statistic, value::numeric as total
    from fact_goalie_career_stats as stats
    cross join lateral jsonb_each_text(to_jsonb(stats)) as of_row (statistic, value)
    join additive using (statistic)
    union all
    select player_id, part.statistic, part.total
    from fact_goalie_career_stats
    cross join lateral (
        values ('games', career_games), ('seasons', seasons_played)
    ) as part (statistic, total)
),
season as (
    select player_id, statistic, sum(value::numeric) as total
    from fact_goalie_season_stats as stats
    cross join lateral jsonb_each_text(to_jsonb(stats)) as of_row (statistic, value)
    join additive using (statistic)
    where game_type = 'All'
    group by player_id, statistic
    union all
    select player_id, part.statistic, sum(part.total)
    from fact_goalie_season_stats
    cross join lateral (
        values ('games', games_played), ('seasons', 1)
    ) as part (statistic, total)
    where game_type = 'All'
    group by player_id, part.statistic
)
select player_id, statistic, career.total as career_total, season.total as seasons_total
from career
full join season using (player_id, statistic)
where (career.total is null) <> (season.total is null)
    or abs(career.total - season.total) > 1e-9
