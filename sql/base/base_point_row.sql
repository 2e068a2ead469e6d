-- base_point_row: rows of the sheets xy_puck and xy_player, or of the side file that is read
-- instead, each with its event and player (page 40, 8). A number below 1000 counts the events
-- from 1. The role decides whose point it is; a role that the event lacks is only a kind, event or
-- opp, and the jersey decides.
-- lost: the column whose value leads nowhere; null if the row found its place.
-- grain: one row per game, sheet and row
-- by: game
-- analyze: game_id, event_index, path, role, lost, x, y
with
reading as (
    select game_id, sheet, coalesce(side.file_id, game.file_id) as file_id
    from base_game as game
    cross join (values ('xy_puck'), ('xy_player')) as s (sheet)
    left join (select file_id, kind as sheet, game_id from run_file) as side
        using (game_id, sheet)
),
event as (
    select game_id, event_index from base_event
),
player as (
    select game_id, event_index, role, kind, n, jersey from base_event_player
),
wearer as (
    select distinct on (game_id, event_index, kind, jersey)
        game_id,
        event_index,
        kind,
        jersey,
        role
    from player
    where jersey is not null
    order by game_id, event_index, kind, jersey, n
),
given as (
    select
        reading.game_id,
        point.*,
        case
            when text_integer(point.event_index) < 1000 then text_integer(point.event_index) + 999
            else text_integer(point.event_index)
        end as index,
        replace(player_role, '_team_', '_') as role_typed,
        substring(player_role from '^(event|opp)_') as kind,
        jersey_number(player_number) as jersey
    from reading
    join raw.point as point using (file_id, sheet)
)
select
    given.game_id,
    given.file_id,
    given.sheet,
    given.row,
    given.path,
    event.event_index,
    coalesce(player.role, wearer.role) as role,
    given.slot,
    text_double(x) as x,
    text_double(y) as y,
    text_double(z) as z,
    text_double(at) as at,
    case
        when event.event_index is null then 'event_index'
        when path = 'player' and coalesce(player.role, wearer.role) is null
            then case when given.jersey is null then 'player_role' else 'player_number' end
    end as lost,
    case
        when event.event_index is null then given.event_index
        when path = 'player' then coalesce(given.player_number, given.player_role)
    end as lost_value
from given
left join event on event.game_id = given.game_id and event.event_index = given.index
left join player
    on player.game_id = given.game_id
    and player.event_index = given.index
    and player.role = given.role_typed
left join wearer
    on wearer.game_id = given.game_id
    and wearer.event_index = given.index
    and wearer.kind = given.kind
    and wearer.jersey = given.jersey
