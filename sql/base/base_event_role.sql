-- base_event_role: the role of every row of an event (page 10, 3.3 and 4): kind event or opp, and a
-- number. status says whether the row counts: used, or the finding for which it is left out.
-- n_typed is the role's number before rows that share it were told apart: with the same jersey one
-- row counts, with another one the later row takes the lowest number that is free in the event.
-- home_players …: who wears the jersey in either team.
-- grain: one row per row of an event; rows with neither role nor number are left out
-- index: game_id, number
-- analyze: yes
with
read as (
    select
        r.game_id,
        r.number,
        r.row,
        r.sub,
        event.kind = 'save' as saved,
        event.reuse,
        replace(lower(player_role), '_team_', '_') as role,
        case event.kind
            when 'tracking' then
                case left(lower(role_abrev), 1) when 'e' then 'event' when 'o' then 'opp' end
            when 'save' then
                case
                    when side_code(player_team) = side_code(team_typed) then 'event'
                    when side_code(player_team) <> side_code(team_typed) then 'opp'
                end
        end as kind_told,
        jersey_number(player_game_number) as jersey
    from base_event_row as r
    join base_event_timed as event on event.game_id = r.game_id and event.number = r.number
    join raw.events as cell
        on cell.file_id = r.file_id and cell.row = r.row and cell.sub = r.sub
),
kinds as (
    select
        *,
        case
            when role ~ '^event_(player_[0-9]{1,4}|goalie)$' then 'event'
            when role ~ '^opp_(player_[0-9]{1,4}|goalie)$' then 'opp'
            else kind_told
        end as kind,
        case
            when role ~ '^(event|opp)_player_[0-9]{1,4}$'
            then substr(role, strpos(role, '_player_') + 8)::integer
        end as n
    from read
),
named as (
    select *
    from (
        select
            *,
            row_number() over (
                partition by game_id, number, kind, jersey order by row, sub
            ) as place
        from kinds
        where kind is not null or jersey is not null
    ) as counted
    where not (saved and place > 1 and kind is not null and jersey is not null)
),
counted as (
    select
        *,
        coalesce(
            n, row_number() over (partition by game_id, number, kind order by row, sub)::integer
        ) as n_given
    from named
),
renewed as (
    select
        game_id,
        number,
        row,
        sub,
        kind,
        jersey,
        case
            when reuse > 0 then
                dense_rank() over (partition by game_id, number, kind order by n_given)::integer
            else n_given
        end as n
    from counted
),
twins as (
    select
        *,
        row_number() over (partition by game_id, number, kind, n, jersey order by row, sub) > 1
            as is_twin
    from renewed
),
seated as (
    select
        *,
        row_number() over (partition by game_id, number, kind, n, is_twin order by row, sub) > 1
            and not is_twin and kind is not null as is_second
    from twins
),
moving as (
    select
        game_id,
        number,
        row,
        sub,
        kind,
        row_number() over (partition by game_id, number, kind order by row, sub) as place
    from seated
    where is_second
),
free as (
    select
        game_id,
        number,
        kind,
        n,
        row_number() over (partition by game_id, number, kind order by n) as place
    from (select distinct game_id, number, kind from moving) as crowded
    cross join generate_series(1, 50) as n
    where not exists (
        select
        from seated
        where seated.game_id = crowded.game_id
            and seated.number = crowded.number
            and seated.kind = crowded.kind
            and seated.n = n.n
    )
),
moved as (
    select game_id, row, sub, free.n
    from moving
    join free using (game_id, number, kind, place)
),
placed as (
    select seated.*, coalesce(moved.n, seated.n) as n_final
    from seated
    left join moved using (game_id, row, sub)
)
select
    game_id,
    number,
    row,
    sub,
    kind,
    n_final as n,
    n as n_typed,
    jersey,
    case
        when kind is null then 'row_without_role'
        when is_twin then 'duplicate_row'
        when n_final not between 1 and 6 then 'too_many_players'
        else 'used'
    end as status,
    is_second,
    coalesce(home_players, 0) as home_players,
    coalesce(away_players, 0) as away_players,
    home_player_id,
    away_player_id
from placed
left join base_number using (game_id, jersey)
