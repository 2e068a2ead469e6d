-- base_event_cell: the events of the sheets as they were typed: of each attribute the first filled
-- cell among the event's rows (page 10, 3.1), which its first row has unless it was followed.
-- event_index: the number typed, + 10000 for each time that it was used before (reuse).
-- start, stop: clocks minute:second, both parts from one row; *_typed: what they are in seconds.
-- period: the typed one if it is 1 to 5, else the highest period so far.
-- row: that at which the event starts; first_player_team, first_jersey: what its first row names,
-- is_actor_first: as event_player_1. Rows that were followed have no role here.
-- grain: one row per event
-- by: game
-- analyze: event_key, game_id, row, period
with
followed_row as (
    select
        event.event_key,
        event.starts,
        cell.game_id,
        cell.row,
        cell.sub,
        cell.file_id,
        cell.saved,
        cell.index,
        event_type,
        event_detail,
        event_detail_2,
        event_successful,
        event_team_zone,
        period,
        start,
        stop,
        linked_event_index,
        team,
        is_highlight,
        running_intermission_duration,
        assist_to_event_index,
        player_team
    from base_event_followed as event
    join base_event_row as cell using (game_id, row)
    order by event_key, row
),
cell as not materialized (
    select * from (
        select distinct on (event_key)
            event_key,
            game_id,
            row,
            file_id,
            saved,
            index,
            event_type,
            event_detail,
            event_detail_2,
            event_successful,
            event_team_zone,
            period,
            start,
            stop,
            linked_event_index,
            team,
            is_highlight,
            running_intermission_duration,
            assist_to_event_index,
            player_team,
            kind = 'event' and n = 1 as is_actor,
            jersey
        from base_event_row
        where (game_id, row) not in (select game_id, row from base_event_followed)
        order by event_key, row, sub
    ) as first_row
    union all
    select
        event_key,
        game_id,
        min(row),
        min(file_id),
        bool_or(saved),
        min(index) filter (where starts),
        first_filled(event_type),
        first_filled(event_detail),
        first_filled(event_detail_2),
        first_filled(event_successful),
        first_filled(event_team_zone),
        first_filled(period),
        first_filled(start),
        first_filled(stop),
        first_filled(linked_event_index),
        first_filled(team),
        first_filled(is_highlight),
        first_filled(running_intermission_duration),
        first_filled(assist_to_event_index),
        (array_agg(player_team))[1],
        false,
        null
    from followed_row
    group by event_key, game_id
),
-- In most games no index is used twice and every event has a period.
irregular_game as (
    select game_id
    from base_source
    where game_id in (select game_id from base_event_followed)
        or game_id in (
            select game_id
            from base_event_row
            where period is null or period not in ('1', '2', '3', '4', '5')
        )
        or game_id in (
            select game_id
            from base_event_row
            where saved and sub <= 1
            group by game_id, index
            having count(*) > 1
        )
),
numbered as (
    select
        event_key,
        row_number() over (partition by game_id, index order by row)::integer - 1 as reuse,
        max(case when period in ('1', '2', '3', '4', '5') then period::integer end) over (
            partition by game_id order by row rows unbounded preceding
        ) as period_so_far
    from cell
    where exists (select from irregular_game)
        and game_id in (select game_id from irregular_game)
)
select
    event_key,
    game_id,
    row,
    file_id,
    saved,
    index,
    coalesce(reuse, 0) as reuse,
    index + 10000 * coalesce(reuse, 0) as event_index,
    case
        when period in ('1', '2', '3', '4', '5') then period::integer
        else coalesce(period_so_far, 1)
    end as period,
    coalesce(period not in ('1', '2', '3', '4', '5'), true) as bad_period,
    clock_seconds(start) as start_typed,
    clock_seconds(stop) as stop_typed,
    start,
    stop,
    event_type as type_typed,
    event_detail as detail_typed,
    event_detail_2 as detail_2_typed,
    event_successful as success_typed,
    event_team_zone as zone_typed,
    period as period_typed,
    linked_event_index as linked_typed,
    team as team_typed,
    is_highlight as highlight_typed,
    running_intermission_duration as intermission_typed,
    assist_to_event_index as assist_typed,
    player_team as first_player_team,
    coalesce(is_actor, false) as is_actor_first,
    jersey as first_jersey
from cell
left join numbered using (event_key)
