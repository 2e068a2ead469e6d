-- base_event_row: the rows of the events sheets and saves that are read (page 10, 3.1 and 4), with
-- the cells of their event and the role and jersey that they name (3.3).
-- event_key: one number for game and event. An event of a sheet is the rows of an index, one of a
-- save those of a position; base_event_followed has the rows for which that is not enough.
-- start, stop: clocks minute:second. filled: which cells of an event hold something, a bit each.
-- kind, n: the role that player_role or role_abrev tells.
-- grain: one row per game, row and sub
-- by: game
-- analyze: event_key, game_id, kind, n, jersey
with
source as (
    select game_id, file_id, kind from base_source where left_out is null
),
-- Most rows have one of few words, only another one is taken apart.
word as materialized (
    select
        concat_ws('_', kind, team, 'player', n) as player_role,
        kind,
        n
    from
        (values ('event'), ('opp')) as kinds (kind),
        (values ('team'), (null)) as teams (team),
        generate_series(1, 6) as n
),
read as (
    select
        source.game_id,
        file_id,
        row,
        sub,
        source.kind = 'save' as saved,
        whole_number(event_index) as index,
        typed_type is not null as typed,
        event_type,
        event_detail,
        event_detail_2,
        event_successful,
        event_team_zone,
        period,
        event_start_min || ':' || event_start_sec as start,
        event_end_min || ':' || event_end_sec as stop,
        linked_event_index,
        team,
        is_highlight,
        running_intermission_duration,
        assist_to_event_index,
        case when event_type is null then 0 else 1 end
            + case when event_detail is null then 0 else 2 end
            + case when event_detail_2 is null then 0 else 4 end
            + case when event_successful is null then 0 else 8 end
            + case when event_team_zone is null then 0 else 16 end
            + case when period is null then 0 else 32 end
            + case when event_start_min is null or event_start_sec is null then 0 else 64 end
            + case when event_end_min is null or event_end_sec is null then 0 else 128 end
            + case when linked_event_index is null then 0 else 256 end
            + case when team is null then 0 else 512 end
            + case when is_highlight is null then 0 else 1024 end
            + case when running_intermission_duration is null then 0 else 2048 end
            + case when assist_to_event_index is null then 0 else 4096 end as filled,
        case
            when word.kind is not null then word.kind
            when word_role(event.player_role) is not null then (word_role(event.player_role))[1]
            else case left(lower(role_abrev), 1) when 'e' then 'event' when 'o' then 'opp' end
        end as kind,
        case when word.kind is not null then n else (word_role(event.player_role))[2]::integer end
            as n,
        jersey_number(player_game_number) as jersey,
        player_team,
        player_id,
        side_of_puck,
        play_detail1,
        play_detail_2,
        play_detail_successful,
        pressured_pressurer,
        pressured_by
    from source
    join raw.events as event using (file_id)
    left join word using (player_role)
    where event_type is not null
        or source.kind = 'tracking' and coalesce(player_game_number, event_start_min) is not null
    -- what is computed here is computed once
    offset 0
)
select
    game_id,
    file_id,
    row,
    sub,
    game_id::bigint * 10000000000 + case when saved then row else index end as event_key,
    saved,
    index,
    period,
    kind,
    n,
    jersey,
    player_team,
    player_id,
    side_of_puck,
    play_detail1,
    play_detail_2,
    play_detail_successful,
    pressured_pressurer,
    pressured_by,
    filled,
    typed,
    event_type,
    event_detail,
    event_detail_2,
    event_successful,
    event_team_zone,
    start,
    stop,
    linked_event_index,
    team,
    is_highlight,
    running_intermission_duration,
    assist_to_event_index
from read
where index is not null
