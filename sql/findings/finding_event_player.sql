-- finding_event_player: doubtful rows of events: roles, jerseys, players, assist tags (page 10, 3.3
-- and 4; page 42, 7.2).
-- grain: one row per finding
-- by: game
with
game as (
    select * from base_game
),
role as (
    select
        *,
        kind || '_player_' || n_typed as role_typed,
        kind || '_player_' || n as role_taken
    from base_event_role
),
-- Few rows are doubtful: only they are looked at by each rule.
doubtful as materialized (
    select game_id, row, kind, n, side, jersey, link, id_unknown, id_told, tag_lost
    from base_event_player
    where link is not null or id_unknown or tag_lost is not null
),
player as (
    select
        doubtful.*,
        case side when 'home' then home_team when 'away' then away_team end as team,
        case
            when side is distinct from 'home' and home_players > 0 then home_team
            when side is distinct from 'away' and away_players > 0 then away_team
        end as other_team
    from doubtful
    join game using (game_id)
    left join base_number using (game_id, jersey)
),
finding as (
    select
        game_id, row, 'error' as severity, status as kind, 'player_role' as column_name,
        jersey as value, 'number ' || jersey || ' without a role: left out' as message
    from role
    where status = 'row_without_role'
    union all
    select
        game_id, row, 'error', status, 'player_role', jersey,
        'more than six players: number ' || coalesce(jersey, '(none)') || ' left out'
    from role
    where status = 'too_many_players'
    union all
    select
        game_id, row, 'warning', status, 'player_role', jersey,
        'number ' || coalesce(jersey, '(none)') || ' is given twice in ' || role_typed
    from role
    where status = 'duplicate_row'
    union all
    select
        game_id, row, 'warning', 'role_given_twice', 'player_role', jersey,
        role_typed || ' is taken: number ' || coalesce(jersey, '(none)') || ' counted as '
            || role_taken
    from role
    where status = 'used' and is_second
    union all
    select
        game_id, row, 'warning', link, 'player_game_number', jersey,
        'number ' || jersey || ' is not on the roster of '
            || case
                when team is not null then team
                when other_team is null then 'either team'
                else 'a team that is not known'
            end
            || coalesce('; ' || other_team || ' has it', '')
    from player
    where link = 'number_not_on_roster'
    union all
    select
        game_id, row, 'warning', link, 'player_game_number', jersey,
        'number ' || jersey || ' belongs to two players of ' || team
    from player
    where link = 'number_ambiguous'
    union all
    select
        game_id, row, 'warning', 'player_not_on_roster', 'player_game_number', id_told,
        'player ' || id_told || ' is not on the roster of ' || team
    from player
    where id_unknown
    union all
    select
        game_id, row, 'error', 'assist_tag_lost', 'assistToGoalIdx', tag_lost,
        'no room for the tag ' || tag_lost
    from player
    where tag_lost is not null
)
select
    severity,
    finding.kind,
    game_id,
    file,
    'events' as sheet,
    row,
    column_name,
    value,
    message
from finding
join game using (game_id)
