-- base_roster: the official box-score lines of the league workbook (page 10, fact_gameroster).
-- A row counts if it has game and player and is the first that has them (page 42, 2).
-- side: that of the team in the schedule, null if it is neither; the sheet's own column is not
-- read. player_position is the sheet's: where he really stood, the ice tells later.
-- grain: one row per game and player
-- keep: yes
with
given as not materialized (
    select * from raw.fact_gameroster where file_id = any (array(select file_id from run_file))
),
typed as (
    select distinct game_id, season, date from given
),
-- what the rows of a game have in common is read once, not once a row
occasion as materialized (
    select
        typed.game_id as game_typed,
        coalesce(typed.season, '') as season_typed,
        coalesce(typed.date, '') as date_typed,
        text_integer(typed.game_id) as game,
        text_integer(typed.season) as season_number,
        text_date(typed.date) as day,
        schedule.game_id is not null as scheduled,
        schedule.season_id,
        schedule.home_team_id,
        schedule.away_team_id
    from typed
    left join dim_schedule as schedule on schedule.game_id = text_integer(typed.game_id)
),
repeated as (
    select text_integer(game_id) as game, player_id, min(row) as first_row
    from given
    where player_id is not null
    group by game, player_id
    having count(*) > 1
),
roster as (
    select *
    from given
    join occasion
        on game_typed = game_id
        and season_typed = coalesce(season, '')
        and date_typed = coalesce(date, '')
    where game is not null
        and player_id is not null
        and (
            (game, player_id) not in (
                select game, player_id from repeated where game is not null
            )
            or row in (select first_row from repeated)
        )
)
select
    game as game_id,
    player_id,
    team_id,
    opp_team_id,
    season_id,
    case team_id when home_team_id then 'home' when away_team_id then 'away' end as side,
    jersey_number(player_game_number) as jersey,
    scheduled,
    team_name,
    opp_team_name,
    day as date,
    season_number as season,
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
