-- base_roster: the official box-score lines of the league workbook (page 10, fact_gameroster).
-- A row counts if it has game and player and is the first that has them (page 42, 2).
-- side: that of the team in the schedule, null if it is neither; the sheet's own column is not
-- read. player_position is the sheet's: where he really stood, the ice tells later.
-- grain: one row per game and player
with
given as not materialized (
    select * from raw.fact_gameroster where file_id = any (array(select file_id from run_file))
),
repeated as (
    select text_integer(game_id) as game, player_id, min(row) as first_row
    from given
    group by game, player_id
    having count(*) > 1
),
-- Offset 0: the number of the game is read once a row, not once a join.
numbered as (
    select *, text_integer(game_id) as game from given offset 0
),
roster as (
    select *
    from numbered
    where game is not null
        and player_id is not null
        and not exists (
            select
            from repeated
            where repeated.game = numbered.game
                and repeated.player_id = numbered.player_id
                and first_row < row
        )
),
day as (
    select date as typed, text_date(date) as day from given group by date
),
schedule as (
    select game_id, season_id, home_team_id, away_team_id from dim_schedule
)
select
    roster.game as game_id,
    player_id,
    team_id,
    opp_team_id,
    season_id,
    case team_id when home_team_id then 'home' when away_team_id then 'away' end as side,
    jersey_number(player_game_number) as jersey,
    schedule.game_id is not null as scheduled,
    team_name,
    opp_team_name,
    day.day as date,
    text_integer(season) as season,
    player_full_name,
    player_position,
    coalesce(text_integer(goals), 0) as goals,
    coalesce(text_integer(assist), 0) as assist,
    coalesce(text_integer(goals_against), 0) as goals_against,
    coalesce(text_integer(pim), 0) as pim,
    coalesce(text_integer(shutouts), 0) as shutouts,
    least(greatest(coalesce(text_integer(games_played), 0), 0), 1) as games_played,
    coalesce(text_boolean(sub), false) as sub,
    current_team,
    file_id,
    row
from roster
left join schedule on schedule.game_id = roster.game
left join day on day.typed = roster.date
