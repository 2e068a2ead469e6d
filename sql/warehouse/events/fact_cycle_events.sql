-- fact_cycle_events: passing cycles, three passes or more of one team in its offensive zone without
-- interruption.
-- doc: warehouse page 11, 6
-- grain: one row per cycle, in the order of time
-- key: cycle_key
-- by: game
with
collected as (
    select
        y.cycle_key,
        y.game_id,
        y.event_no,
        y.is_pass,
        y.side,
        y.ended_with,
        natural_key('EV', e.game_id, e.event_index) as event_id,
        e.period,
        e.elapsed_start,
        p.player_id
    from base_event_cycle as y
    inner join base_event_flag as e on e.event_no = y.event_no
    inner join base_event_player as p
        on p.event_no = y.event_no
        and p.role = 'event_player_1'
),

cycles as (
    select
        cycle_key,
        game_id,
        side,
        ended_with,
        min(event_no) as first_event_no,
        count(*) filter (where is_pass) as pass_count,
        count(*) as event_count,
        count(distinct player_id) as player_count,
        array_agg(event_id order by event_no) as events,
        min(elapsed_start) as start_time,
        max(elapsed_start) as end_time,
        string_agg(distinct player_id collate "C", ',' order by player_id collate "C")
            as player_ids,
        min(period) as period
    from collected
    group by cycle_key, game_id, side, ended_with
)

select
    c.cycle_key,
    c.game_id,
    g.season_id,
    case c.side when 'home' then g.home_team_id when 'away' then g.away_team_id end as team_id,
    case c.side when 'home' then g.home_team when 'away' then g.away_team end as team_name,
    g.home_team_id,
    g.away_team_id,
    c.pass_count::integer as pass_count,
    c.event_count::integer as event_count,
    c.player_count::integer as player_count,
    c.events[1] as start_event_id,
    c.events[c.event_count] as end_event_id,
    c.start_time,
    c.end_time,
    c.end_time - c.start_time as duration_seconds,
    c.ended_with,
    (c.ended_with in ('shot', 'goal'))::integer as ended_with_shot,
    (c.ended_with = 'goal')::integer as ended_with_goal,
    array_to_string(c.events, ',') as event_ids,
    c.player_ids,
    c.period,
    'P0' || c.period::text as period_id
from cycles as c
inner join base_game as g on g.game_id = c.game_id
order by c.first_event_no
