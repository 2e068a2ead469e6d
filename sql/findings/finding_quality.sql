-- finding_quality: games whose numbers do not agree, or that were not tracked whole (page 42, 7.3),
-- as the quality tables say it.
-- grain: one row per finding
-- by: game
with
unequal as (
    select
        case metric when 'official_goals' then 'warning' else 'error' end as severity,
        case metric when 'official_goals' then 'official_goals_differ' else 'sum_differs' end
            as kind,
        game_id,
        null::text as value,
        case metric
            when 'official_goals' then
                'goals of the roster ' || events_value::text || ', of the events '
                    || stats_value::text
            else
                metric || ': events ' || events_value::text || ', players ' || stats_value::text
        end as message
    from qa_scorer_comparison
    where not match
),

incomplete as (
    select
        'warning' as severity,
        'game_incomplete' as kind,
        game_id,
        null::text as value,
        'incomplete: ' || concat_ws(
            ', ',
            case when not has_events then 'events' end,
            case when not has_shifts then 'shifts' end,
            case when not has_rosters then 'rosters' end
        ) as message
    from qa_data_completeness
    where not is_complete
),

partial as (
    select
        'info' as severity,
        'partial_tracking' as kind,
        game_id,
        number_text(tracking_pct) as value,
        number_text(tracking_pct) || ' % tracked' as message
    from base_game_tracked
    where tracking_status = 'PARTIAL'
),

suspicious as (
    select
        'warning' as severity,
        'suspicious_stats' as kind,
        game_id,
        null::text as value,
        'player ' || player_id || ': ' || flags as message
    from qa_suspicious_stats
),

finding as (
    select * from unequal
    union all
    select * from incomplete
    union all
    select * from partial
    union all
    select * from suspicious
)

select
    f.severity,
    f.kind,
    f.game_id,
    g.file,
    null::text as sheet,
    null::integer as row,
    null::text as column_name,
    f.value,
    f.message
from finding as f
inner join base_game as g on g.game_id = f.game_id
