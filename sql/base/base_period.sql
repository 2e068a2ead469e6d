-- base_period: how long the periods of a game are, in seconds (page 10, 2), and how many seconds
-- were played before each. Periods 1 to 3 and those with events or line-ups up to the last one.
-- source: schedule; lineup: the first line-up and events start above the schedule's length;
-- clock: no length anywhere, the highest clock of the period's events is taken for it. length is
-- NULL where nothing says it and nothing needs it, start_elapsed from the period after on.
-- grain: one row per game and period
-- by: game
-- analyze: yes
with
event_clock as (
    select
        game_id,
        period,
        max(start_typed) filter (
            where coalesce(code, '') not in ('GameStart', 'Intermission')
        ) as highest
    from base_event_cell
    join base_game using (game_id)
    left join base_code on dimension = 'event_type' and typed = type_typed
    group by game_id, period
),
lineup as (
    select game_id, period, max(start_typed) as first_start
    from base_lineup_row as l
    where period is not null
        and start_typed > stop_typed
        and exists (
            select from base_lineup_slot as slot where slot.lineup_no = l.lineup_no
        )
    group by game_id, period
),
last_period as (
    select game_id, greatest(3, max(period)) as last
    from (
        select game_id, period from event_clock
        union all
        select game_id, period from lineup
    ) as used
    group by game_id
),
scheduled as (
    select
        game_id,
        period,
        case
            when period <= 3 then nullif(period_length, 0)
            when period = 4 then nullif(ot_period_length, 0)
        end as length
    from base_game
    join last_period using (game_id)
    cross join generate_series(1, last) as period
),
known as (
    select
        game_id,
        period,
        length as scheduled_length,
        case
            when first_start > length and highest > length then first_start
            when length is not null then length
            when event_clock.game_id is not null then coalesce(highest, 0)
        end as length,
        case
            when first_start > length and highest > length then 'lineup'
            when length is not null then 'schedule'
            when event_clock.game_id is not null then 'clock'
        end as source
    from scheduled
    left join event_clock using (game_id, period)
    left join lineup using (game_id, period)
)
select
    game_id,
    period,
    length,
    case
        when period = 1 then 0
        when bool_and(length is not null) over earlier then sum(length) over earlier
    end as start_elapsed,
    scheduled_length,
    source
from known
window earlier as (
    partition by game_id order by period rows between unbounded preceding and 1 preceding
)
