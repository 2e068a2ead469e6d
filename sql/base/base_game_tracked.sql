-- base_game_tracked: what a game's tracking files gave, for the status of the game (page 31, 3).
-- A game that is not built has a status and no numbers: ERROR if one of its files could not be
-- read, else TEMPLATE.
-- grain: one row per game with a tracking file or a save
-- by: game
-- keep: yes
with
input as (
    select f.game_id, bool_or(r.file_id is not null) as is_unreadable
    from run_file as f
    cross join run_parameter as u
    left join raw.finding as r
        on r.file_id = f.file_id and r.kind in ('unreadable', 'unreadable_save')
    where f.kind in ('tracking', 'save')
        and f.game_id is not null
        and (u.game_ids is null or f.game_id = any (u.game_ids) or u.mode = 'single')
    group by f.game_id
),

periods as (
    select
        game_id,
        -- outside least: it would pass over a length that nobody knows, and say 100
        least(
            100,
            coalesce(100 * least(
                sum(coalesce(shift_seconds, 0)::numeric) filter (where period <= 3),
                sum(coalesce(length - lowest_clock, 0)::numeric) filter (where period <= 3)
            ) / nullif(sum(length::numeric) filter (where period <= 3), 0), 0)
        )::double precision as tracking_pct,
        count(lowest_clock) filter (where period <= 3) = 3 as is_whole,
        sum(goals) filter (where period <= 4) as goal_events,
        string_agg(period::text, ',' order by period) filter (where has_events)
            as periods_covered,
        min(period) filter (where has_events) as first_period,
        (array_agg(first_clock order by period) filter (where has_events))[1] as first_clock,
        max(period) filter (where has_events) as last_period,
        (array_agg(last_clock order by period desc) filter (where has_events))[1] as last_clock
    from base_period_tracked
    group by game_id
),

shifts as (
    select game_id, count(*) as shifts
    from fact_shifts
    group by game_id
),

assists as (
    select game_id, count(*) as assists
    from base_assist
    where period <= 4
    group by game_id
),

statistics as (
    select game_id, count(*) as player_games, sum(goals) as goals
    from fact_player_game_stats
    group by game_id
)

select
    i.game_id,
    g.file,
    case
        when g.game_id is not null then
            case when p.tracking_pct >= 90 and p.is_whole then 'COMPLETE' else 'PARTIAL' end
        when i.is_unreadable then 'ERROR'
        else 'TEMPLATE'
    end as tracking_status,
    p.tracking_pct,
    r.player_rows,
    r.numbers,
    r.numbers_known,
    s.shifts,
    p.goal_events,
    a.assists,
    p.periods_covered,
    p.first_period,
    p.first_clock,
    p.last_period,
    p.last_clock,
    t.player_games,
    t.goals
from input as i
left join base_game as g on g.game_id = i.game_id
left join periods as p on p.game_id = g.game_id
left join base_recorded as r on r.game_id = g.game_id
left join shifts as s on s.game_id = g.game_id
left join assists as a on a.game_id = g.game_id
left join statistics as t on t.game_id = g.game_id
