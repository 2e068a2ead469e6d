-- raw: the input files as they were read, every value as text.
-- A cache: a file whose hash is unchanged is not read again. It is unlogged, so a
-- crash of PostgreSQL empties all of it together and the files are read anew.
-- Cells are normalised as warehouse page 10, 1 says (blanks, NULL words, numbers,
-- dates) and nothing more; codes, sides, clocks and players are put right in sql/base.
create schema raw;

create unlogged table raw.file (
    file_id bigint generated always as identity primary key,
    path text not null,        -- relative to the input directory
    kind text not null,        -- league, tracking, save, video, xy_puck, xy_player
    game_id integer,           -- of the folder; a save: its gameId; league workbook: null
    sha256 text not null,
    size_bytes bigint not null,
    reader integer not null,   -- version of the reader: another one reads again
    rows bigint not null default 0,
    read_at timestamptz not null default now()
);
create unique index file_content on raw.file (path, sha256, reader);
comment on table raw.file is 'an input file as it was read';

create unlogged table raw.sheet (
    file_id bigint not null,
    sheet text not null,       -- name of the sheet; a save: events, shifts
    columns text[] not null    -- its header, without columns that have no name
);
comment on table raw.sheet is 'the sheets of a file that were read and their headers';

create unlogged table raw.finding (
    file_id bigint not null,
    severity text not null,    -- error, warning, info
    kind text not null,
    sheet text,
    row integer,
    column_name text,
    value text,
    message text not null
);
comment on table raw.finding is 'what the reader itself reports of a file (page 42, 7)';

-- Sheets of the league workbook: the columns that the warehouse reads.

create unlogged table raw.dim_player (
    file_id bigint not null, row integer not null,
    player_first_name text, player_last_name text, player_full_name text, player_id text,
    player_primary_position text, current_skill_rating text, birth_year text,
    player_gender text, highest_beer_league text, player_rating_ly text,
    player_leadership text, player_norad text, player_norad_current_team text,
    player_norad_current_team_id text, other_url text, player_url text, player_image text,
    random_player_first_name text, random_player_last_name text, random_player_full_name text
);

create unlogged table raw.dim_team (
    file_id bigint not null, row integer not null,
    team_name text, team_id text, norad_team text, league_id text, league text,
    long_team_name text, team_cd text, team_color1 text, team_color2 text, team_color3 text,
    team_color4 text, team_logo text, team_url text
);

create unlogged table raw.dim_league (
    file_id bigint not null, row integer not null,
    league_id text, league text
);

create unlogged table raw.dim_season (
    file_id bigint not null, row integer not null,
    season_id text, season text, session text, norad text, csah text, league_id text,
    league text, start_date text
);

create unlogged table raw.dim_schedule (
    file_id bigint not null, row integer not null,
    game_id text, season text, season_id text, game_url text, date text, game_time text,
    home_team_name text, away_team_name text, home_team_id text, away_team_id text,
    head_to_head_id text, game_type text, playoff_round text, last_period_type text,
    period_length text, ot_period_length text, shootout_rounds text, home_total_goals text,
    away_total_goals text, home_team_period1_goals text, home_team_period2_goals text,
    home_team_period3_goals text, "home_team_periodOT_goals" text,
    away_team_period1_goals text, away_team_period2_goals text, away_team_period3_goals text,
    "away_team_periodOT_goals" text, home_team_seeding text, away_team_seeding text,
    home_team_w text, home_team_l text, home_team_t text, home_team_pts text, away_team_w text,
    away_team_l text, away_team_t text, away_team_pts text
);

create unlogged table raw.dim_playerurlref (
    file_id bigint not null, row integer not null,
    n_player_url text, player_full_name text, n_player_id_2 text
);

create unlogged table raw.dim_randomnames (
    file_id bigint not null, row integer not null,
    random_full_name text, random_first_name text, random_last_name text, gender text,
    name_used text
);

create unlogged table raw.dim_event_type (
    file_id bigint not null, row integer not null,
    event_type_id text, event_type_code text, event_type_name text, event_category text,
    description text, is_corsi text, is_fenwick text
);

create unlogged table raw.dim_event_detail (
    file_id bigint not null, row integer not null,
    event_detail_id text, event_detail_code text, event_detail_name text, event_type text,
    category text, description text, is_shot_on_goal text, is_goal text, is_miss text,
    is_block text, danger_potential text
);

create unlogged table raw.dim_event_detail_2 (
    file_id bigint not null, row integer not null,
    event_detail_2_id text, event_detail_2_code text, event_detail_2_name text,
    event_type text, event_type_macro text, category text, description text,
    is_shot_on_goal text, is_goal text, is_miss text, is_block text, danger_potential text
);

create unlogged table raw.dim_play_detail (
    file_id bigint not null, row integer not null,
    play_detail_id text, play_detail_code text, play_detail_name text, play_category text,
    skill_level text, description text
);

create unlogged table raw.dim_play_detail_2 (
    file_id bigint not null, row integer not null,
    play_detail_id text, play_detail_code text, play_detail_name text, play_category text,
    skill_level text, description text
);

create unlogged table raw.fact_gameroster (
    file_id bigint not null, row integer not null,
    game_id text, player_id text, team_id text, opp_team_id text, team_name text,
    opp_team_name text, date text, season text, player_full_name text, player_game_number text,
    player_position text, goals text, assist text, goals_against text, pim text, shutouts text,
    games_played text, sub text, current_team text
);

create unlogged table raw.fact_leadership (
    file_id bigint not null, row integer not null,
    player_full_name text, player_id text, leadership text, skill_rating text,
    n_player_url text, team_name text, team_id text, season text, season_id text
);

create unlogged table raw.fact_registration (
    file_id bigint not null, row integer not null,
    player_full_name text, player_id text, season_id text, season text, restricted text,
    email text, position text, norad_experience text, "CAF" text,
    highest_beer_league_played text, skill_rating text, age text, referred_by text, notes text,
    sub_yn text, drafted_team_name text, drafted_team_id text,
    player_season_registration_id text
);

create unlogged table raw.fact_draft (
    file_id bigint not null, row integer not null,
    team_id text, skill_rating text, round text, player_full_name text, player_id text,
    team_name text, restricted text, overall_draft_round text, overall_draft_position text,
    unrestricted_draft_position text, season text, season_id text, league text,
    player_draft_id text
);


-- Tracking. A column holds its plain cell, else the cell of the same name with a
-- trailing _ (page 10, 3). typed_type: the cell event_type_, or event_type, or Type if the
-- sheet has no such column. event_type: Type, else event_type, else event_type_.
-- play_detail1 also reads play_detail_1, play_detail_2 also play_detail2.
-- A save has one row for each player of an event (sub 1, 2, …) or one without a
-- player (sub 0); row is the position of the event, clocks are split into min and sec.
create unlogged table raw.events (
    file_id bigint not null, row integer not null, sub integer not null default 0,
    event_index text, typed_type text, event_type text, event_detail text, event_detail_2 text,
    event_successful text, event_team_zone text, period text, event_start_min text,
    event_start_sec text, event_end_min text, event_end_sec text, linked_event_index text,
    team text, game_id text, home_team text, away_team text, is_highlight text,
    running_intermission_duration text, player_role text, role_abrev text,
    player_game_number text, player_team text, side_of_puck text, play_detail1 text,
    play_detail_2 text, play_detail_successful text, pressured_pressurer text,
    -- of a save only
    player_id text, pressured_by text, assist_to_event_index text
);

-- period: the sheet's column Period. A save: one row for each of its shifts.
create unlogged table raw.shifts (
    file_id bigint not null, row integer not null,
    shift_index text, period text, shift_start_min text, shift_start_sec text,
    shift_end_min text, shift_end_sec text, shift_start_type text, shift_stop_type text,
    stoppage_time text, home_forward_1 text, home_forward_2 text, home_forward_3 text,
    home_defense_1 text, home_defense_2 text, home_xtra text, home_goalie text,
    away_forward_1 text, away_forward_2 text, away_forward_3 text, away_defense_1 text,
    away_defense_2 text, away_xtra text, away_goalie text, home_ozone_start text,
    home_ozone_end text, home_dzone_start text, home_dzone_end text, home_nzone_start text,
    home_nzone_end text
);

-- One row for each tracking workbook and save: what it says of itself.
create unlogged table raw.tracking (
    file_id bigint not null,
    saved_at text,                 -- of a save
    home_team text, away_team text,-- of a save
    home_attacks_right_p1 text,    -- save: homeAttacksRightP1; workbook: sheet metadata
    video_1 text, video_2 text, video_3 text, video_ot text  -- save: videoTiming.periodOffsets
);

create unlogged table raw.timeout (    -- save: videoTiming.timeouts[]
    file_id bigint not null, row integer not null,
    period text, video_start text, duration text
);

-- Recorded points (page 40, 8) of sheets, side files and saves.
create unlogged table raw.point (
    file_id bigint not null,
    sheet text not null,           -- events, xy_puck, xy_player
    row integer not null,          -- of the sheet; a save: position of the event
    sub integer not null default 0,-- a save: position of the player, as in raw.events
    path text not null,            -- puck, player, net
    layout text not null,          -- numbered, start_stop, rows
    n integer not null,            -- number of the point in its row (start 1, stop 2); rows: 1
    x text, y text, z text, at text,
    -- sheets xy_puck, xy_player and side files only
    event_index text, slot text, player_role text, player_number text
);

create index on raw.sheet (file_id);
create index on raw.events (file_id);
create index on raw.shifts (file_id);
create index on raw.point (file_id);
