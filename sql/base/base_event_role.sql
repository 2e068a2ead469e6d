-- base_event_role: the role of every row of an event (page 10, 3.3 and 4): kind event or opp, and a
-- number. status says whether the row counts: used, or the finding for which it is left out.
-- n_typed is the role's number before rows that share it were told apart: with the same jersey one
-- row counts, with another one the later row takes the lowest number that is free in the event.
-- home_players …: who wears the jersey in either team.
-- Only crowded events, where a number is missing, too high or given twice, go through all of that.
-- grain: one row per row of an event; rows with neither role nor number are left out
-- by: game
-- analyze: game_id, event_row, kind, n, status
with
read as materialized (
    select
        r.game_id,
        r.event_row,
        r.row,
        r.sub,
        event.kind = 'save' as saved,
        event.reuse,
        event.team_typed,
        player_team,
        player_role,
        left(lower(role_abrev), 1) as letter,
        jersey_number(player_game_number) as jersey
    from base_event_row as r
    join base_event_timed as event on event.game_id = r.game_id and event.row = r.event_row
    join raw.events as cell
        on cell.file_id = r.file_id and cell.row = r.row and cell.sub = r.sub
),
-- Few words stand in many rows: each is split once.
typed as materialized (
    select distinct player_role from read
),
split as (
    select player_role, string_to_array(replace(lower(player_role), '_team_', '_'), '_') as role
    from typed
),
word as materialized (
    select
        player_role,
        case
            when role[2] = 'player' and whole_number(role[3]) is not null or role[2] = 'goalie'
            then role[1]
        end as kind_told,
        case when role[2] = 'player' then whole_number(role[3]) end as n
    from split
    where role[1] in ('event', 'opp')
),
named as materialized (
    select
        game_id,
        event_row,
        row,
        sub,
        saved,
        reuse,
        jersey,
        case
            when kind_told is not null then kind_told
            when letter = 'e' then 'event'
            when letter = 'o' then 'opp'
            when not saved then null
            when side_code(player_team) = side_code(team_typed) then 'event'
            when side_code(player_team) <> side_code(team_typed) then 'opp'
        end as kind,
        n
    from read
    left join word using (player_role)
),
crowded_event as (
    select game_id, event_row
    from named
    where saved or reuse > 0 or kind is null or n is null or n not between 1 and 6
    union
    select game_id, event_row
    from named
    group by game_id, event_row, kind, n
    having count(*) > 1
),
crowded as (
    select
        named.*,
        row_number() over (
            partition by game_id, event_row, kind, jersey order by row, sub
        ) as place
    from named
    join crowded_event using (game_id, event_row)
    where kind is not null or jersey is not null
),
counted as (
    select
        *,
        coalesce(
            n,
            row_number() over (partition by game_id, event_row, kind order by row, sub)::integer
        ) as n_given
    from crowded
    where not (saved and place > 1 and kind is not null and jersey is not null)
),
renewed as (
    select
        game_id,
        event_row,
        row,
        sub,
        kind,
        jersey,
        case
            when reuse > 0 then
                dense_rank() over (partition by game_id, event_row, kind order by n_given)::integer
            else n_given
        end as n
    from counted
),
twins as (
    select
        *,
        row_number() over (partition by game_id, event_row, kind, n, jersey order by row, sub) > 1
            as is_twin
    from renewed
),
seated as (
    select
        *,
        row_number() over (partition by game_id, event_row, kind, n, is_twin order by row, sub) > 1
            and not is_twin and kind is not null as is_second
    from twins
),
moving as (
    select
        game_id,
        event_row,
        row,
        sub,
        kind,
        row_number() over (partition by game_id, event_row, kind order by row, sub) as place
    from seated
    where is_second
),
free as (
    select
        game_id,
        event_row,
        kind,
        n,
        row_number() over (partition by game_id, event_row, kind order by n) as place
    from (select distinct game_id, event_row, kind from moving) as full_event
    cross join generate_series(1, 50) as n
    where not exists (
        select
        from seated
        where seated.game_id = full_event.game_id
            and seated.event_row = full_event.event_row
            and seated.kind = full_event.kind
            and seated.n = n.n
    )
),
moved as (
    select game_id, row, sub, free.n
    from moving
    join free using (game_id, event_row, kind, place)
),
placed as (
    select
        game_id, event_row, row, sub, kind, jersey, n, n as n_typed,
        false as is_twin, false as is_second
    from named
    where not exists (
        select
        from crowded_event
        where crowded_event.game_id = named.game_id and crowded_event.event_row = named.event_row
    )
    union all
    select
        game_id, event_row, row, sub, kind, jersey, coalesce(moved.n, seated.n), seated.n,
        is_twin, is_second
    from seated
    left join moved using (game_id, row, sub)
)
select
    game_id,
    event_row,
    row,
    sub,
    kind,
    n,
    n_typed,
    jersey,
    case
        when kind is null then 'row_without_role'
        when is_twin then 'duplicate_row'
        when n not between 1 and 6 then 'too_many_players'
        else 'used'
    end as status,
    is_second,
    coalesce(home_players, 0) as home_players,
    coalesce(away_players, 0) as away_players,
    home_player_id,
    away_player_id
from placed
left join base_number using (game_id, jersey)
