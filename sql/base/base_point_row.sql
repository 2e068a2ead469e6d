-- base_point_row: rows of the sheets xy_puck and xy_player, or of the side file that is read
-- instead, each with its event and player (page 40, 8). A number below 1000 counts the events
-- from 1. The role decides whose point it is; a role that the event lacks is only a kind, event or
-- opp, and the jersey decides.
-- lost: the column whose value leads nowhere; null if the row found its place.
-- grain: one row per game, sheet and row
-- by: game
-- analyze: event_no, path, role, lost, x, y
with
reading as (
    select game_id, sheet, coalesce(side.file_id, game.file_id) as file_id
    from base_game as game
    cross join (values ('xy_puck'), ('xy_player')) as s (sheet)
    left join (select file_id, kind as sheet, game_id from run_file) as side
        using (game_id, sheet)
),
event as (
    select event_no, game_id, event_index as index from base_event
),
given as materialized (
    select
        reading.game_id,
        point.*,
        text_integer(event_index) as number
    from reading
    join raw.point as point using (file_id, sheet)
),
placed as (
    select
        event_no,
        index,
        given.*,
        replace(player_role, '_team_', '_') as role_typed,
        substring(player_role from '^(event|opp)_') as kind,
        jersey_number(player_number) as jersey
    from given
    left join event
        on event.game_id = given.game_id
        and event.index = case when number < 1000 then number + 999 else number end
),
named as (
    select distinct on (file_id, sheet, placed.row)
        file_id,
        sheet,
        placed.row,
        role,
        player_id
    from placed
    join base_event_player as player using (event_no)
    where path = 'player'
        and (
            role = role_typed
            or player.kind = placed.kind and player.jersey = placed.jersey
        )
    order by file_id, sheet, placed.row, role = role_typed desc nulls last, player.n
)
select
    game_id,
    file_id,
    sheet,
    row,
    path,
    event_no,
    index as event_index,
    role,
    player_id,
    slot,
    text_double(x) as x,
    text_double(y) as y,
    text_double(z) as z,
    text_double(at) as at,
    case
        when event_no is null then 'event_index'
        when path = 'player' and role is null
            then case when jersey is null then 'player_role' else 'player_number' end
    end as lost,
    case
        when event_no is null then event_index
        when path = 'player' then coalesce(player_number, player_role)
    end as lost_value
from placed
left join named using (file_id, sheet, row)
