-- fact_events__subsets_are_whole: each subset has a row for each event with its flag.
select f.subset, f.flags, s.rows
from (
    select 'fact_rushes' as subset, sum(is_rush) as flags from fact_events
    union all
    select 'fact_breakouts', sum(is_zone_exit) from fact_events
    union all
    select 'fact_zone_entries', sum(is_zone_entry) from fact_events
    union all
    select 'fact_zone_exits', sum(is_zone_exit) from fact_events
    union all
    select 'fact_scoring_chances_detailed', sum(is_scoring_chance) from fact_events
    union all
    select 'fact_high_danger_chances', sum(is_high_danger) from fact_events
    union all
    select 'fact_saves', sum(is_save) from fact_events
    union all
    select 'fact_turnovers_detailed', sum(is_turnover) from fact_events
    union all
    select 'fact_faceoffs', sum(is_faceoff) from fact_events
    union all
    select 'fact_penalties', sum(is_penalty) from fact_events
) as f
inner join (
    select 'fact_rushes' as subset, count(distinct event_id) as rows from fact_rushes
    union all
    select 'fact_breakouts', count(distinct event_id) from fact_breakouts
    union all
    select 'fact_zone_entries', count(distinct event_id) from fact_zone_entries
    union all
    select 'fact_zone_exits', count(distinct event_id) from fact_zone_exits
    union all
    select 'fact_scoring_chances_detailed', count(distinct event_id)
    from fact_scoring_chances_detailed
    union all
    select 'fact_high_danger_chances', count(distinct event_id) from fact_high_danger_chances
    union all
    select 'fact_saves', count(distinct event_id) from fact_saves
    union all
    select 'fact_turnovers_detailed', count(distinct event_id) from fact_turnovers_detailed
    union all
    select 'fact_faceoffs', count(distinct event_id) from fact_faceoffs
    union all
    select 'fact_penalties', count(distinct event_id) from fact_penalties
) as s on s.subset = f.subset
where coalesce(f.flags, 0) <> s.rows
