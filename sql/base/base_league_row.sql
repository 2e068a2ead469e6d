-- base_league_row: which rows of the league workbook count (page 10, 6; page 42, 2).
-- A row counts if no column of its key is empty and neither its key nor, in the code dimensions,
-- its code stands in an earlier row of the sheet. dim_team: only rows of norad teams are looked at.
-- missing_column: the empty column of the key. repeated_column, repeated_value: what an earlier
-- row already holds; null if the row counts. Rows without any cell are no rows. The roster, five
-- times as long as all other sheets together, has base_roster.
-- grain: one row per row of a sheet other than the roster
with
sheet_row as (
    select
        'dim_player' as sheet, file_id, row,
        player_id as key_1, null as key_2,
        null as code_column, null as code,
        case when player_id is null then row_is_filled(to_jsonb(r)) end as filled
    from raw.dim_player as r
    union all
    select
        'dim_team' as sheet, file_id, row,
        team_id as key_1, null as key_2,
        null as code_column, null as code,
        case when team_id is null then row_is_filled(to_jsonb(r)) end as filled
    from raw.dim_team as r
    where lower(norad_team) = 'y'
    union all
    select
        'dim_league' as sheet, file_id, row,
        league_id as key_1, null as key_2,
        null as code_column, null as code,
        case when league_id is null then row_is_filled(to_jsonb(r)) end as filled
    from raw.dim_league as r
    union all
    select
        'dim_season' as sheet, file_id, row,
        season_id as key_1, null as key_2,
        null as code_column, null as code,
        case when season_id is null then row_is_filled(to_jsonb(r)) end as filled
    from raw.dim_season as r
    union all
    select
        'dim_schedule' as sheet, file_id, row,
        text_integer(game_id)::text as key_1, null as key_2,
        null as code_column, null as code,
        case when text_integer(game_id)::text is null then row_is_filled(to_jsonb(r)) end as filled
    from raw.dim_schedule as r
    union all
    select
        'dim_playerurlref' as sheet, file_id, row,
        n_player_url as key_1, player_full_name as key_2,
        null as code_column, null as code,
        case
            when n_player_url is null or player_full_name is null
            then row_is_filled(to_jsonb(r))
        end as filled
    from raw.dim_playerurlref as r
    union all
    select
        'dim_randomnames' as sheet, file_id, row,
        random_full_name as key_1, null as key_2,
        null as code_column, null as code,
        case when random_full_name is null then row_is_filled(to_jsonb(r)) end as filled
    from raw.dim_randomnames as r
    union all
    select
        'dim_event_type' as sheet, file_id, row,
        event_type_id as key_1, null as key_2,
        'event_type_code' as code_column, h2(event_type_code) as code,
        case when event_type_id is null then row_is_filled(to_jsonb(r)) end as filled
    from raw.dim_event_type as r
    union all
    select
        'dim_event_detail' as sheet, file_id, row,
        event_detail_id as key_1, null as key_2,
        'event_detail_code' as code_column, h2(event_detail_code) as code,
        case when event_detail_id is null then row_is_filled(to_jsonb(r)) end as filled
    from raw.dim_event_detail as r
    union all
    select
        'dim_event_detail_2' as sheet, file_id, row,
        event_detail_2_id as key_1, null as key_2,
        'event_detail_2_code' as code_column, h2(event_detail_2_code) as code,
        case when event_detail_2_id is null then row_is_filled(to_jsonb(r)) end as filled
    from raw.dim_event_detail_2 as r
    union all
    select
        'dim_play_detail' as sheet, file_id, row,
        play_detail_id as key_1, null as key_2,
        'play_detail_code' as code_column, h2(play_detail_code) as code,
        case when play_detail_id is null then row_is_filled(to_jsonb(r)) end as filled
    from raw.dim_play_detail as r
    union all
    select
        'dim_play_detail_2' as sheet, file_id, row,
        play_detail_id as key_1, null as key_2,
        'play_detail_code' as code_column, h2(play_detail_code) as code,
        case when play_detail_id is null then row_is_filled(to_jsonb(r)) end as filled
    from raw.dim_play_detail_2 as r
    union all
    select
        'fact_leadership' as sheet, file_id, row,
        player_id as key_1, season_id as key_2,
        null as code_column, null as code,
        case
            when player_id is null or season_id is null
            then row_is_filled(to_jsonb(r))
        end as filled
    from raw.fact_leadership as r
    union all
    select
        'fact_registration' as sheet, file_id, row,
        player_season_registration_id as key_1, null as key_2,
        null as code_column, null as code,
        case
            when player_season_registration_id is null
            then row_is_filled(to_jsonb(r))
        end as filled
    from raw.fact_registration as r
    union all
    select
        'fact_draft' as sheet, file_id, row,
        player_draft_id as key_1, null as key_2,
        null as code_column, null as code,
        case when player_draft_id is null then row_is_filled(to_jsonb(r)) end as filled
    from raw.fact_draft as r
),
ranked as (
    select
        *,
        filled is not null as incomplete,
        row_number() over (partition by sheet, key_1, key_2 order by row) as key_rank,
        case when code is not null
            then row_number() over (partition by sheet, code order by row)
        end as code_rank
    from sheet_row
    where file_id in (select file_id from run_file) and filled is not false
)
select
    sheet,
    file_id,
    row,
    key_1,
    key_2,
    case
        when not incomplete then null
        when key_1 is null then key_column_1
        else key_column_2
    end as missing_column,
    case
        when incomplete then null
        when key_rank > 1 then concat_ws(', ', key_column_1, key_column_2)
        when code_rank > 1 then code_column
    end as repeated_column,
    case
        when incomplete then null
        when key_rank > 1 then concat_ws(', ', key_1, key_2)
        when code_rank > 1 then code
    end as repeated_value,
    not incomplete and key_rank = 1 and coalesce(code_rank, 1) = 1 as counts
from ranked
join base_league_sheet using (sheet)
