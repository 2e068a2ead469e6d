-- dim_schedule: schedule and official results; says who is home.
-- A game that the sheet lacks is no game: the table is never completed. The hours of the period
-- lengths are an artefact of spreadsheets that fill a column down.
-- grain: one row per game
-- key: game_id
select
    text_integer(game_id) as game_id,
    text_integer(season) as season,
    season_id,
    game_url,
    text_date(date) as date,
    text_time(game_time) as game_time,
    home_team_name,
    away_team_name,
    home_team_id,
    away_team_id,
    head_to_head_id,
    game_type,
    playoff_round,
    last_period_type,
    length - date_trunc('hour', length::interval) as period_length,
    ot_length - date_trunc('hour', ot_length::interval) as ot_period_length,
    text_integer(shootout_rounds) as shootout_rounds,
    text_integer(home_total_goals) as home_total_goals,
    text_integer(away_total_goals) as away_total_goals,
    text_integer(home_team_period1_goals) as home_team_period1_goals,
    text_integer(home_team_period2_goals) as home_team_period2_goals,
    text_integer(home_team_period3_goals) as home_team_period3_goals,
    text_integer("home_team_periodOT_goals") as "home_team_periodOT_goals",
    text_integer(away_team_period1_goals) as away_team_period1_goals,
    text_integer(away_team_period2_goals) as away_team_period2_goals,
    text_integer(away_team_period3_goals) as away_team_period3_goals,
    text_integer("away_team_periodOT_goals") as "away_team_periodOT_goals",
    text_integer(home_team_seeding) as home_team_seeding,
    text_integer(away_team_seeding) as away_team_seeding,
    text_integer(home_team_w) as home_team_w,
    text_integer(home_team_l) as home_team_l,
    text_integer(home_team_t) as home_team_t,
    text_integer(home_team_pts) as home_team_pts,
    text_integer(away_team_w) as away_team_w,
    text_integer(away_team_l) as away_team_l,
    text_integer(away_team_t) as away_team_t,
    text_integer(away_team_pts) as away_team_pts
from raw.dim_schedule
join base_league_row as counted using (file_id, row)
cross join lateral (
    select text_time(period_length) as length, text_time(ot_period_length) as ot_length
    -- read once, though used twice
    offset 0
) as typed
where counted.sheet = 'dim_schedule' and counted.counts
order by row
