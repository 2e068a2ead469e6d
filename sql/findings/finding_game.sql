-- finding_game: games that are left out, or built with a doubt (page 10, 2; page 42, 7.2).
-- grain: one row per finding
-- by: game
with
source as (
    select * from base_source
),
left_out as (
    select
        'error' as severity, left_out as kind, game_id, path as file,
        case left_out when 'wrong_game' then 'game_id' end as column_name,
        case left_out when 'wrong_game' then game_id_typed end as value,
        case left_out
            when 'unknown_game' then 'game ' || game_id || ' is not in dim_schedule: left out'
            when 'no_events' then 'no sheet events'
            when 'no_event_index' then 'no column event_index'
            when 'wrong_game' then 'the file belongs to game ' || game_id_typed
        end as message
    from source
    where left_out is not null
),
untracked as (
    select
        'info' as severity, 'no_tracking' as kind, game_id, path as file,
        null as column_name, coalesce(events, 0)::text as value,
        'only ' || coalesce(events, 0) || ' events with type, period and clock: left out' as message
    from source
    left join base_usable using (game_id)
    where left_out is null and coalesce(events, 0) < 10
),
excluded as (
    select
        'warning' as severity, 'unknown_excluded' as kind, id as game_id, null as file,
        null as column_name, id::text as value,
        'game ' || id || ' is excluded but has no input' as message
    from run_parameter
    cross join unnest(exclude_game_ids) as id
    where not exists (
        select from run_file where kind in ('tracking', 'save') and run_file.game_id = id
    )
),
game as (
    select * from base_game
),
turned as (
    select
        'warning' as severity, 'venue_swapped' as kind, game_id, file,
        null as column_name, null as value,
        'home and away are exchanged: corrected by the schedule' as message
    from game
    where swapped
),
named as (
    select
        game_id,
        file,
        coalesce(lower(home_typed) <> lower(btrim(game.home_team)), false) as home_differs,
        coalesce(lower(away_typed) <> lower(btrim(game.away_team)), false) as away_differs,
        home_typed,
        away_typed,
        lower(home_typed) = lower(btrim(game.away_team)) as home_is_away,
        lower(away_typed) = lower(btrim(game.home_team)) as away_is_home
    from game
    join source using (game_id)
    where not game.swapped
),
misnamed as (
    select
        'warning' as severity, 'team_names' as kind, game_id, file,
        case when home_differs and not (home_is_away and away_differs) then 'home_team'
            else 'away_team' end as column_name,
        case when home_differs and not (home_is_away and away_differs) then home_typed
            else away_typed end as value
    from named
    where home_differs or away_differs
),
lineups as (
    select
        game_id, file, asked_for,
        count(*) filter (where live) as live_lineups
    from game
    left join base_lineup using (game_id)
    group by game_id, file, asked_for
),
unshifted as (
    select
        'warning' as severity,
        case live_lineups when 0 then 'no_shifts' else 'few_shifts' end as kind,
        game_id, file, null as column_name,
        case when live_lineups > 0 then live_lineups::text end as value,
        case live_lineups
            when 0 then 'no line-up with a valid clock'
            else 'only ' || live_lineups || ' line-ups: no shift tables'
        end as message
    from lineups
    where live_lineups = 0 or live_lineups < 10 and not asked_for
),
measured as (
    select
        case source when 'lineup' then 'info' else 'warning' end as severity,
        case source when 'lineup' then 'period_length_differs' else 'period_length_unknown' end
            as kind,
        game_id, file, null as column_name, length::text as value,
        case source
            when 'lineup'
            then 'period ' || period || ' lasts ' || length || ' s, schedule '
                || scheduled_length || ' s'
            else 'length of period ' || period || ' unknown: ' || length || ' s assumed'
        end as message
    from game
    join base_period using (game_id)
    where source in ('lineup', 'clock')
),
finding as (
    select * from left_out
    union all
    select * from untracked
    union all
    select * from excluded
    union all
    select * from turned
    union all
    select *, value || ' is not in the schedule''s game' from misnamed
    union all
    select * from unshifted
    union all
    select * from measured
)
select
    severity,
    kind,
    game_id,
    file,
    null::text as sheet,
    null::integer as "row",
    column_name,
    value,
    message
from finding
