-- base_league_sheet: the sheets of the league workbook that are read, and their keys (page 10, 6).
-- The columns of a sheet that are read are those of the raw table of its name.
-- grain: one row per sheet
select
    sheet,
    key_column_1,
    key_column_2
from (values
    ('dim_player', 'player_id', null),
    ('dim_team', 'team_id', null),
    ('dim_league', 'league_id', null),
    ('dim_season', 'season_id', null),
    ('dim_schedule', 'game_id', null),
    ('dim_playerurlref', 'n_player_url', 'player_full_name'),
    ('dim_randomnames', 'random_full_name', null),
    ('dim_event_type', 'event_type_id', null),
    ('dim_event_detail', 'event_detail_id', null),
    ('dim_event_detail_2', 'event_detail_2_id', null),
    ('dim_play_detail', 'play_detail_id', null),
    ('dim_play_detail_2', 'play_detail_id', null),
    ('fact_gameroster', 'game_id', 'player_id'),
    ('fact_leadership', 'player_id', 'season_id'),
    ('fact_registration', 'player_season_registration_id', null),
    ('fact_draft', 'player_draft_id', null)
) as s (sheet, key_column_1, key_column_2)
