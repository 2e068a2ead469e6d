-- base_event: the events of the games that are built, everything put right (page 10): one side,
-- one code for each thing, clocks in seconds, one order of time.
-- side: of a workbook the roster of event_player_1 where it knows him in one team only, else what
-- was typed, else the team that more of the event's jerseys fit, else player_team of the first row;
-- of a save what was typed, or the team told for event_player_1 where that differs.
-- event_no: one number for game and event_order; by it the steps of an event are joined and sorted.
-- grain: one row per event
-- by: game
-- analyze: event_no, game_id, event_index, row, zone, has_actor
with
actor as (
    select
        game_id,
        event_row as row,
        row as actor_row,
        sub as actor_sub,
        case
            when home_players > 0 and away_players = 0 then 'home'
            when away_players > 0 and home_players = 0 then 'away'
        end as roster_side
    from base_event_role
    where status = 'used' and kind = 'event' and n = 1
),
saved_actor as (
    select actor.game_id, actor.row, cell.player_team as actor_team
    from actor
    join base_game as game using (game_id)
    join raw.events as cell
        on cell.file_id = game.file_id and cell.row = actor_row and cell.sub = actor_sub
    where kind = 'save'
),
vote as (
    select
        game_id,
        event_row as row,
        count(*) filter (
            where case kind when 'event' then home_players else away_players end > 0
        ) as home_votes,
        count(*) filter (
            where case kind when 'event' then away_players else home_players end > 0
        ) as away_votes
    from base_event_role
    where status = 'used'
    group by game_id, event_row
),
told as (
    select
        event.*,
        game.file_id,
        actor.row is not null as has_actor,
        typed_side(team_typed, event.swapped, game.home_team, game.away_team) as side_typed,
        case event.kind
            when 'tracking' then roster_side
            else typed_side(actor_team, event.swapped, game.home_team, game.away_team)
        end as side_actor,
        case event.kind
            when 'tracking' then coalesce(
                case
                    when home_votes > away_votes then 'home'
                    when away_votes > home_votes then 'away'
                end,
                typed_side(first_player_team, event.swapped, game.home_team, game.away_team)
            )
        end as side_guess
    from base_event_timed as event
    join base_game as game using (game_id)
    left join actor using (game_id, row)
    left join vote using (game_id, row)
    left join saved_actor using (game_id, row)
),
ordered as (
    select
        *,
        row_number() over (
            partition by game_id order by period, clock desc, event_index
        )::integer as event_order
    from told
)
select
    game_id::bigint * 100000 + event_order as event_no,
    game_id,
    event_index,
    sheet_order,
    row,
    period,
    event_type,
    event_detail,
    event_detail_2,
    detail_typed,
    coalesce(side_actor, side_typed, side_guess) as side,
    zone_code(zone_typed) as zone,
    case
        when event_detail in (
            'Pass_Completed', 'Shot_OnNetSaved', 'Shot_Goal', 'Goal_Scored', 'Turnover_Takeaway'
        ) then 's'
        when event_detail in (
            'Pass_Missed', 'Pass_Deflected', 'Pass_Intercepted', 'Shot_Blocked',
            'Shot_BlockedSameTeam', 'Shot_Missed', 'Shot_HitPost', 'Shot_Deflected',
            'Turnover_Giveaway', 'Zone_Entry_Failed', 'Zone_Exit_Failed', 'Zone_Keepin_Failed'
        ) then 'u'
        else success_code(success_typed)
    end as successful,
    clock,
    end_clock,
    duration,
    text_integer(linked_typed) as linked_event_index,
    coalesce(
        text_boolean(highlight_typed)::integer,
        case when bool_or(highlight_typed is not null) over (partition by game_id) then 0 end
    ) as is_highlight,
    text_double(intermission_typed) as intermission_cell,
    file_id,
    event_order,
    kind as source,
    has_team,
    reuse,
    has_actor,
    side_typed,
    side_actor
from ordered
order by event_no
