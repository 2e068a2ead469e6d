-- base_event_role: the role of the rows of crowded events (page 10, 3.3 and 4): kind event or opp,
-- and a number. Crowded is an event where a role or number is missing, too high or given twice, or
-- which was followed. In all others each row with a role counts as it stands in base_event_row.
-- status says whether the row counts: used, or why it is left out; nameless: no role, no number;
-- repeated: a row of a save for a player that the event has already.
-- n_typed is the role's number before rows that share it were told apart: with the same jersey one
-- row counts, with another one the later row takes the lowest number that is free in the event.
-- grain: one row per row of a crowded event
-- by: game
-- analyze: yes
with
named as not materialized (
    select
        coalesce(followed.event_key, cell.event_key) as event_key,
        cell.game_id,
        cell.row,
        sub,
        saved,
        kind,
        n,
        jersey,
        player_team
    from base_event_row as cell
    left join base_event_followed as followed using (game_id, row)
),
crowded_event as (
    select event_key
    from base_event_row
    where kind is not null or jersey is not null or saved and player_team is not null
    group by event_key
    having not bool_and(coalesce(kind is not null and n between 1 and 6, false))
        or sum(1 << (n + case kind when 'opp' then 8 else 0 end))
            <> bit_or(1 << (n + case kind when 'opp' then 8 else 0 end))
    union
    select event_key
    from base_event_row
    where saved
    group by event_key, kind, jersey
    having count(jersey) > 1
    union
    select event_key
    from base_event_followed
    union
    select event_key
    from base_event_cell
    where reuse > 0
),
-- few or none: they are looked for in the events, "is true" keeps that from becoming a join
crowded_cell as (
    select event_key, reuse, team_typed
    from base_event_cell
    where (event_key in (select event_key from crowded_event)) is true
),
crowded as (
    select
        event_key,
        named.game_id,
        named.row,
        sub,
        saved,
        reuse,
        jersey,
        case
            when kind is not null then kind
            when not saved then null
            when side_code(player_team) = side_code(team_typed) then 'event'
            when side_code(player_team) <> side_code(team_typed) then 'opp'
        end as kind,
        n
    from named
    join crowded_cell using (event_key)
),
judged as materialized (
    select
        *,
        kind is null and jersey is null as is_nameless,
        coalesce(saved and kind is not null and jersey is not null and row_number() over (
            partition by event_key, kind, jersey order by row, sub
        ) > 1, false) as is_repeated
    from crowded
),
counted as (
    select
        *,
        coalesce(
            n,
            row_number() over (partition by event_key, kind order by row, sub)::integer
        ) as n_given
    from judged
    where not is_nameless and not is_repeated
),
renewed as (
    select
        event_key,
        row,
        sub,
        kind,
        jersey,
        case
            when reuse > 0
            then dense_rank() over (partition by event_key, kind order by n_given)::integer
            else n_given
        end as n
    from counted
),
twins as (
    select
        *,
        row_number() over (partition by event_key, kind, n, jersey order by row, sub) > 1
            as is_twin
    from renewed
),
seated as materialized (
    select
        *,
        row_number() over (partition by event_key, kind, n, is_twin order by row, sub) > 1
            and not is_twin and kind is not null as is_second
    from twins
),
moving as (
    select
        event_key,
        row,
        sub,
        kind,
        row_number() over (partition by event_key, kind order by row, sub) as place
    from seated
    where is_second
),
free as (
    select
        event_key,
        kind,
        n,
        row_number() over (partition by event_key, kind order by n) as place
    from (select distinct event_key, kind from moving) as full_event
    cross join generate_series(1, 50) as n
    where not exists (
        select
        from seated
        where seated.event_key = full_event.event_key
            and seated.kind = full_event.kind
            and seated.n = n.n
    )
),
moved as (
    select event_key, row, sub, free.n
    from moving
    join free using (event_key, kind, place)
)
select
    event_key,
    game_id,
    row,
    sub,
    judged.kind,
    coalesce(moved.n, seated.n) as n,
    seated.n as n_typed,
    judged.jersey,
    case
        when is_nameless then 'nameless'
        when is_repeated then 'repeated'
        when judged.kind is null then 'row_without_role'
        when is_twin then 'duplicate_row'
        when coalesce(moved.n, seated.n) not between 1 and 6 then 'too_many_players'
        else 'used'
    end as status,
    coalesce(is_second, false) as is_second
from judged
left join seated using (event_key, row, sub)
left join moved using (event_key, row, sub)
