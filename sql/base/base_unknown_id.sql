-- base_unknown_id: ids that a sheet of the league workbook names and their own sheet lacks
-- (page 42, 3). The dimension gets a row for each, so that every link holds. A team that only the
-- norad filter dropped comes back with its own row, which may name a league in its turn.
-- grain: one row per dimension, id and naming column; row is the first that names it
with
counted as (
    select * from base_league_row where counts
),
roster as materialized (
    select file_id, player_id, team_id, opp_team_id, min(row) as row
    from base_roster
    group by file_id, player_id, team_id, opp_team_id
),
named as (
    select sheet, file_id, row, dimension, column_name, id
    from counted
    join raw.dim_player using (file_id, row)
    cross join lateral (values
        ('dim_team', 'player_norad_current_team_id', player_norad_current_team_id)
    ) as n (dimension, column_name, id)
    where sheet = 'dim_player'
    union all
    select sheet, file_id, row, dimension, column_name, id
    from counted
    join raw.dim_team using (file_id, row)
    cross join lateral (values
        ('dim_league', 'league_id', league_id)
    ) as n (dimension, column_name, id)
    where sheet = 'dim_team'
    union all
    select sheet, file_id, row, dimension, column_name, id
    from counted
    join raw.dim_season using (file_id, row)
    cross join lateral (values
        ('dim_league', 'league_id', league_id)
    ) as n (dimension, column_name, id)
    where sheet = 'dim_season'
    union all
    select sheet, file_id, row, dimension, column_name, id
    from counted
    join raw.dim_schedule using (file_id, row)
    cross join lateral (values
        ('dim_season', 'season_id', season_id),
        ('dim_team', 'home_team_id', home_team_id),
        ('dim_team', 'away_team_id', away_team_id)
    ) as n (dimension, column_name, id)
    where sheet = 'dim_schedule'
    union all
    select 'fact_gameroster', file_id, min(row), 'dim_player', 'player_id', player_id
    from roster
    group by file_id, player_id
    union all
    select 'fact_gameroster', file_id, min(row), 'dim_team', 'team_id', team_id
    from roster
    group by file_id, team_id
    union all
    select 'fact_gameroster', file_id, min(row), 'dim_team', 'opp_team_id', opp_team_id
    from roster
    group by file_id, opp_team_id
    union all
    select sheet, file_id, row, dimension, column_name, id
    from counted
    join raw.fact_leadership using (file_id, row)
    cross join lateral (values
        ('dim_player', 'player_id', player_id),
        ('dim_team', 'team_id', team_id),
        ('dim_season', 'season_id', season_id)
    ) as n (dimension, column_name, id)
    where sheet = 'fact_leadership'
    union all
    select sheet, file_id, row, dimension, column_name, id
    from counted
    join raw.fact_registration using (file_id, row)
    cross join lateral (values
        ('dim_player', 'player_id', player_id),
        ('dim_team', 'drafted_team_id', drafted_team_id),
        ('dim_season', 'season_id', season_id)
    ) as n (dimension, column_name, id)
    where sheet = 'fact_registration'
    union all
    select sheet, file_id, row, dimension, column_name, id
    from counted
    join raw.fact_draft using (file_id, row)
    cross join lateral (values
        ('dim_player', 'player_id', player_id),
        ('dim_team', 'team_id', team_id),
        ('dim_season', 'season_id', season_id)
    ) as n (dimension, column_name, id)
    where sheet = 'fact_draft'
),
unknown as (
    select dimension, id, sheet, column_name, file_id, min(row) as row
    from named
    where id is not null
        and not exists (
            select from counted where counted.sheet = named.dimension and counted.key_1 = named.id
        )
    group by dimension, id, sheet, column_name, file_id
)
select * from unknown
union all
select
    'dim_league',
    league_id,
    'dim_team',
    'league_id',
    file_id,
    min(row)
from raw.dim_team
join run_file using (file_id)
where team_id in (select id from unknown where dimension = 'dim_team')
    and league_id not in (select key_1 from counted where sheet = 'dim_league')
group by league_id, file_id
