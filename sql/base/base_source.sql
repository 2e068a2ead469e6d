-- base_source: the file that each game is to be built from (page 10, 2), and why it cannot be.
-- A workbook wins over a save; of several saves with events the latest counts, then the last file
-- name. Games that were excluded or not asked for have no row, and neither has a game whose
-- workbook the reader itself refused.
-- home_typed, away_typed: the names that the input gives. swapped: they are the schedule's,
-- exchanged. left_out, left_out_value: the finding that keeps the game from being built.
-- grain: one row per game with input
-- by: game
-- analyze: yes
with
candidate as (
    select file_id, path, kind, game_id
    from run_file
    cross join run_parameter
    where kind in ('tracking', 'save')
        and game_id is not null
        -- a single run has the files of the games that it keeps, and no others
        and (game_ids is null or game_id = any (game_ids) or mode = 'single')
        and game_id <> all (coalesce(exclude_game_ids, '{}'))
),
refused as (
    select distinct game_id
    from candidate
    join raw.finding as finding using (file_id)
    where candidate.kind = 'tracking'
        and finding.kind in ('unreadable', 'several_tracking_files')
),
ranked as (
    select
        file_id, path, kind, game_id,
        row_number() over (
            partition by game_id
            order by
                kind = 'tracking' desc, saved_at desc nulls last,
                regexp_replace(path, '^.*/', '') desc, path desc
        ) as place
    from candidate
    left join raw.tracking as tracking using (file_id)
    where not exists (select from refused where refused.game_id = candidate.game_id)
        and (
            kind = 'tracking'
            or exists (select from raw.events as event where event.file_id = candidate.file_id)
        )
),
chosen as (
    select file_id, path, kind, game_id from ranked where place = 1
),
sheet as (
    select
        file_id,
        columns && array['event_index', 'event_index_'] as has_event_index,
        columns && array['team', 'team_'] as has_team
    from raw.sheet
    where sheet = 'events'
),
named as (
    select
        chosen.file_id,
        chosen.path,
        chosen.kind,
        chosen.game_id,
        sheet.file_id is not null as has_events,
        coalesce(has_event_index, false) as has_event_index,
        coalesce(has_team, false) or chosen.kind = 'save' as has_team,
        -- most files have these cells in their first row: only others are looked through
        coalesce(cell.game_id, (
            select event.game_id
            from raw.events as event
            where event.file_id = chosen.file_id and event.game_id is not null
            order by row, sub
            limit 1
        )) as game_id_typed,
        coalesce(cell.home_team, (
            select event.home_team
            from raw.events as event
            where event.file_id = chosen.file_id and event.home_team is not null
            order by row, sub
            limit 1
        ), tracking.home_team) as home_typed,
        coalesce(cell.away_team, (
            select event.away_team
            from raw.events as event
            where event.file_id = chosen.file_id and event.away_team is not null
            order by row, sub
            limit 1
        ), tracking.away_team) as away_typed
    from chosen
    left join sheet using (file_id)
    left join raw.tracking as tracking using (file_id)
    left join lateral (
        select game_id, home_team, away_team
        from raw.events as event
        where event.file_id = chosen.file_id
        order by row, sub
        limit 1
    ) as cell on true
),
scheduled as (
    select
        game_id, home_team_name, away_team_name, home_team_id, away_team_id, season_id, game_type,
        period_length, ot_period_length
    from dim_schedule
)
select
    named.game_id,
    file_id,
    path,
    kind,
    has_team,
    home_typed,
    away_typed,
    coalesce(
        lower(home_typed) = lower(btrim(away_team_name))
        and lower(away_typed) = lower(btrim(home_team_name))
        and lower(home_typed) <> lower(away_typed),
        false
    ) as swapped,
    case
        when scheduled.game_id is null then 'unknown_game'
        when kind = 'save' then null
        when not has_events then 'no_events'
        when not has_event_index then 'no_event_index'
        when text_integer(game_id_typed) is distinct from named.game_id
            and game_id_typed is not null then 'wrong_game'
    end as left_out,
    game_id_typed,
    home_team_name as home_team,
    away_team_name as away_team,
    home_team_id,
    away_team_id,
    season_id,
    game_type,
    60.0::double precision * extract(minute from period_length) as period_length,
    60.0::double precision * extract(minute from ot_period_length) as ot_period_length
from named
left join scheduled using (game_id)
