-- fact_rush_events: the entries that lead to an attempt quickly: within ten seconds and five steps.
-- is_rush is the narrower one of the events: a controlled entry with an own shot on goal within
-- seven seconds.
-- doc: warehouse page 40, 4
-- grain: one row per such chain of fact_shot_chains, in the order of time of the entries
-- key: rush_key
-- by: game
with
entries as (
    select
        c.*,
        e.is_rush = 1 as is_rush,
        e.is_controlled_entry = 1 as is_controlled,
        case
            when e.event_detail_2 like 'ZoneEntry\_Carried%' then 'carry'
            when e.event_detail_2 = 'ZoneEntry_Pass' then 'pass'
            when e.event_detail_2 in ('ZoneEntry_DumpIn', 'ZoneEntry_Chip', 'ZoneEntry_Lob')
                then 'dump'
            else 'other'
        end as kind,
        e.time_start_total_seconds as clock,
        e.running_video_time as video_time
    from fact_shot_chains as c
    inner join fact_zone_entries as e on e.event_id = c.entry_event_key
    where c.time_to_shot <= 10 and c.events_to_shot <= 5
)

select
    e.game_id,
    e.season_id,
    e.entry_event_key as entry_event_id,
    e.shot_event_key as shot_event_id,
    e.events_to_shot,
    e.is_rush,
    e.kind as entry_type,
    case
        when e.is_controlled then 'controlled'
        when e.kind = 'dump' then 'dump_chase'
        else 'other'
    end as rush_type,
    e.is_goal,
    e.zone_entry_type_id,
    'RU' || substr(e.chain_id, 3) as rush_key,
    e.video_time as video_time_start,
    t.running_video_time as video_time_end
from entries as e
inner join fact_tracking as t on t.tracking_event_key = 'TV' || substr(e.shot_event_key, 3)
order by e.game_id, e.period, e.clock desc, e.entry_event_key
