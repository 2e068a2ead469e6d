-- finding_league_cell: cells of the league workbook whose text does not fit their column's type,
-- and games_played beyond 1 (page 42, 7.1). Values of personal columns are not shown.
-- grain: one row per cell
with
-- The roster is long and holds few different games, seasons and dates: each is looked at once.
roster_game as materialized (
    select distinct game_id, season, date from raw.fact_gameroster
),
roster_doubt as (
    select *
    from raw.fact_gameroster
    where sub is not null
        or goals is not null and text_integer(goals) is null
        or assist is not null and text_integer(assist) is null
        or goals_against is not null and text_integer(goals_against) is null
        or pim is not null and text_integer(pim) is null
        or shutouts is not null and text_integer(shutouts) is null
        or games_played is not null and text_integer(games_played) is null
        or game_id in (select game_id from roster_game where unfit_cell('integer', game_id))
        or season in (select season from roster_game where unfit_cell('integer', season))
),
unfit as (
    select 'dim_player' as sheet, file_id, row, cell.*
    from raw.dim_player
    cross join lateral (values
        ('current_skill_rating', 'integer', current_skill_rating),
        ('birth_year', 'integer', birth_year),
        ('player_rating_ly', 'integer', player_rating_ly)
    ) as cell (column_name, type_name, value)
    where unfit_cell(type_name, value)
    union all
    select 'dim_season' as sheet, file_id, row, cell.*
    from raw.dim_season
    cross join lateral (values
        ('season', 'integer', season),
        ('start_date', 'date', start_date)
    ) as cell (column_name, type_name, value)
    where unfit_cell(type_name, value)
    union all
    select 'dim_schedule' as sheet, file_id, row, cell.*
    from raw.dim_schedule
    cross join lateral (values
        ('game_id', 'integer', game_id),
        ('season', 'integer', season),
        ('date', 'date', date),
        ('game_time', 'time', game_time),
        ('period_length', 'time', period_length),
        ('ot_period_length', 'time', ot_period_length),
        ('shootout_rounds', 'integer', shootout_rounds),
        ('home_total_goals', 'integer', home_total_goals),
        ('away_total_goals', 'integer', away_total_goals),
        ('home_team_period1_goals', 'integer', home_team_period1_goals),
        ('home_team_period2_goals', 'integer', home_team_period2_goals),
        ('home_team_period3_goals', 'integer', home_team_period3_goals),
        ('home_team_periodOT_goals', 'integer', "home_team_periodOT_goals"),
        ('away_team_period1_goals', 'integer', away_team_period1_goals),
        ('away_team_period2_goals', 'integer', away_team_period2_goals),
        ('away_team_period3_goals', 'integer', away_team_period3_goals),
        ('away_team_periodOT_goals', 'integer', "away_team_periodOT_goals"),
        ('home_team_seeding', 'integer', home_team_seeding),
        ('away_team_seeding', 'integer', away_team_seeding),
        ('home_team_w', 'integer', home_team_w),
        ('home_team_l', 'integer', home_team_l),
        ('home_team_t', 'integer', home_team_t),
        ('home_team_pts', 'integer', home_team_pts),
        ('away_team_w', 'integer', away_team_w),
        ('away_team_l', 'integer', away_team_l),
        ('away_team_t', 'integer', away_team_t),
        ('away_team_pts', 'integer', away_team_pts)
    ) as cell (column_name, type_name, value)
    where unfit_cell(type_name, value)
    union all
    select 'dim_event_type' as sheet, file_id, row, cell.*
    from raw.dim_event_type
    cross join lateral (values
        ('is_corsi', 'boolean', is_corsi),
        ('is_fenwick', 'boolean', is_fenwick)
    ) as cell (column_name, type_name, value)
    where unfit_cell(type_name, value)
    union all
    select 'dim_event_detail' as sheet, file_id, row, cell.*
    from raw.dim_event_detail
    cross join lateral (values
        ('is_shot_on_goal', 'boolean', is_shot_on_goal),
        ('is_goal', 'boolean', is_goal),
        ('is_miss', 'boolean', is_miss),
        ('is_block', 'boolean', is_block)
    ) as cell (column_name, type_name, value)
    where unfit_cell(type_name, value)
    union all
    select 'dim_event_detail_2' as sheet, file_id, row, cell.*
    from raw.dim_event_detail_2
    cross join lateral (values
        ('is_shot_on_goal', 'boolean', is_shot_on_goal),
        ('is_goal', 'boolean', is_goal),
        ('is_miss', 'boolean', is_miss),
        ('is_block', 'boolean', is_block)
    ) as cell (column_name, type_name, value)
    where unfit_cell(type_name, value)
    union all
    select 'fact_gameroster' as sheet, file_id, row, cell.*
    from roster_doubt
    cross join lateral (values
        ('game_id', 'integer', game_id),
        ('season', 'integer', season),
        ('goals', 'integer', goals),
        ('assist', 'integer', assist),
        ('goals_against', 'integer', goals_against),
        ('pim', 'integer', pim),
        ('shutouts', 'integer', shutouts),
        ('games_played', 'integer', games_played),
        ('sub', 'boolean', sub)
    ) as cell (column_name, type_name, value)
    where unfit_cell(type_name, value)
    union all
    select 'fact_gameroster' as sheet, file_id, row, 'date', 'date', date
    from raw.fact_gameroster
    where date in (select date from roster_game where unfit_cell('date', date))
    union all
    select 'fact_leadership' as sheet, file_id, row, cell.*
    from raw.fact_leadership
    cross join lateral (values
        ('skill_rating', 'integer', skill_rating),
        ('season', 'integer', season)
    ) as cell (column_name, type_name, value)
    where unfit_cell(type_name, value)
    union all
    select 'fact_registration' as sheet, file_id, row, cell.*
    from raw.fact_registration
    cross join lateral (values
        ('season', 'integer', season),
        ('skill_rating', 'integer', skill_rating),
        ('age', 'integer', age)
    ) as cell (column_name, type_name, value)
    where unfit_cell(type_name, value)
    union all
    select 'fact_draft' as sheet, file_id, row, cell.*
    from raw.fact_draft
    cross join lateral (values
        ('skill_rating', 'integer', skill_rating),
        ('round', 'integer', round),
        ('restricted', 'boolean', restricted),
        ('overall_draft_round', 'integer', overall_draft_round),
        ('overall_draft_position', 'integer', overall_draft_position),
        ('unrestricted_draft_position', 'integer', unrestricted_draft_position),
        ('season', 'integer', season)
    ) as cell (column_name, type_name, value)
    where unfit_cell(type_name, value)
),
doubtful as (
    select
        case
            when type_name = 'integer' and text_double(value) is null then 'not_a_number'
            else 'bad_value'
        end as fault,
        sheet,
        file_id,
        row,
        column_name,
        case when column_name not in ('birth_year', 'age') then left(value, 100) end as value,
        case
            when type_name = 'integer' and text_double(value) is null then 'number'
            else type_name
        end as wanted
    from unfit
    union all
    select
        'out_of_range',
        'fact_gameroster',
        file_id,
        row,
        'games_played',
        left(games_played, 100),
        null
    from raw.fact_gameroster
    where games_played not in ('0', '1') and text_integer(games_played) not between 0 and 1
)
select
    'warning' as severity,
    fault as kind,
    null::integer as game_id,
    path as file,
    sheet,
    row,
    column_name,
    value,
    coalesce(value, 'the value') || ' is '
        || case fault when 'out_of_range' then 'out of range' else 'no ' || wanted end as message
from doubtful
join run_file using (file_id)
