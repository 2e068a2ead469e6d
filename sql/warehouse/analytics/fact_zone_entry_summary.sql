-- fact_zone_entry_summary: how a player enters the offensive zone in a game. Attempts are successes
-- and failures alike; keep-ins are neither. A tracker who marks no failure in the whole game says
-- nothing about failures, so they and the rate are unknown then.
-- doc: warehouse page 40, 5
-- grain: one row per game and player with an attempt in periods 1 to 4
-- key: zone_entry_key
-- by: game
with
attempts as (
    select
        game_id,
        actor as player_id,
        is_controlled_entry as is_controlled,
        is_zone_entry and coalesce(event_detail_2 in (
            'ZoneEntry_DumpIn', 'ZoneEntry_Chip', 'ZoneEntry_Lob'
        ), false) as is_dump,
        successful,
        coalesce(
            bool_or(successful = 'u') over (partition by game_id), false
        ) as failures_recorded
    from base_stat_event
    where period <= 4
        and event_type = 'Zone_Entry_Exit'
        and event_detail in ('Zone_Entry', 'Zone_Entry_Failed')
),

added as (
    select
        game_id,
        player_id,
        failures_recorded,
        count(*) as total,
        count(*) filter (where is_controlled) as controlled,
        count(*) filter (where is_dump) as dump,
        count(*) filter (where successful = 's') as succeeded,
        count(*) filter (where successful = 'u') as failed
    from attempts
    where player_id is not null
    group by game_id, player_id, failures_recorded
)

select
    p.player_id || '_' || p.game_id::text as zone_entry_key,
    p.game_id,
    p.player_id,
    p.total::integer as total_entries,
    p.controlled::integer as controlled_entries,
    p.dump::integer as dump_entries,
    case when p.failures_recorded then p.failed::integer end as failed_entries,
    case when p.failures_recorded then
        100 * p.succeeded::double precision / nullif(p.succeeded + p.failed, 0)
    end as entry_success_rate,
    u.started_at as _export_timestamp
from added as p
cross join run_parameter as u
order by p.game_id, p.player_id collate "C"
