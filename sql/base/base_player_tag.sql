-- base_player_tag: the micro plays of a player (page 30, block J): distinct plays with one of the
-- tags on a row of his. A dump-in is also told by the detail of an entry of his own.
-- grain: one row per game and player with a tag or a dump-in
-- by: game
with
tagged as (
    select game_id, player_id, play_no, code, succeeded
    from base_tag
    where player_id is not null and period between 1 and 4
    union all
    select
        game_id,
        actor,
        coalesce(linked_event_index::bigint, - event_no),
        event_detail_2,
        false
    from base_stat_event
    where event_detail_2 = 'ZoneEntry_DumpIn' and actor is not null and period between 1 and 4
),
play as (
    select game_id, player_id, kind, play_no, bool_or(succeeded) as succeeded
    from tagged
    cross join lateral (
        select case
            when code in ('Deke', 'OpenIceDeke') then 'dekes'
            when code in ('DriveMiddle', 'DriveNetMiddle') then 'drives_middle'
            when code in ('DriveWide', 'DriveNetWide') then 'drives_wide'
            when code = 'DriveCorner' then 'drives_corner'
            when code = 'CutBack' then 'cutbacks'
            when code = 'Delay' then 'delays'
            when code = 'CrashNet' then 'crash_net'
            when code = 'Screen' then 'screens'
            when code = 'GiveAndGo' then 'give_and_go'
            when code = 'SecondTouch' then 'second_touch'
            when code = 'Cycle' then 'cycles'
            when code = 'PokeCheck' then 'poke_checks'
            when code = 'StickCheck' then 'stick_checks'
            when code = 'ZoneEntryDenial' then 'zone_ent_denials'
            when code = 'Backcheck' then 'backchecks'
            when code = 'Forecheck' then 'forechecks'
            when code in (
                'Breakout', 'AttemptedBreakOutClear', 'AttemptedBreakOutPass',
                'AttemptedBreakOutRush'
            ) then 'breakouts'
            when code in (
                'DumpChase', 'Dump_RimInZone', 'DumpInAttempt', 'AttemptedEntryDumpIn',
                'ZoneEntry_DumpIn'
            ) then 'dump_ins'
            when code = 'LoosePuckBattleWon' then 'loose_puck_wins'
            when code like 'PuckRecoveryRetreival%' then 'puck_recoveries'
        end as kind
    ) as told
    group by game_id, player_id, kind, play_no
)
select
    game_id,
    player_id,
    (count(*) filter (where kind = 'dekes'))::integer as dekes,
    (count(*) filter (where kind = 'drives_middle'))::integer as drives_middle,
    (count(*) filter (where kind = 'drives_wide'))::integer as drives_wide,
    (count(*) filter (where kind = 'drives_corner'))::integer as drives_corner,
    (count(*) filter (where kind = 'cutbacks'))::integer as cutbacks,
    (count(*) filter (where kind = 'delays'))::integer as delays,
    (count(*) filter (where kind = 'crash_net'))::integer as crash_net,
    (count(*) filter (where kind = 'screens'))::integer as screens,
    (count(*) filter (where kind = 'give_and_go'))::integer as give_and_go,
    (count(*) filter (where kind = 'second_touch'))::integer as second_touch,
    (count(*) filter (where kind = 'cycles'))::integer as cycles,
    (count(*) filter (where kind = 'poke_checks'))::integer as poke_checks,
    (count(*) filter (where kind = 'stick_checks'))::integer as stick_checks,
    (count(*) filter (where kind = 'zone_ent_denials'))::integer as zone_ent_denials,
    (count(*) filter (where kind = 'backchecks'))::integer as backchecks,
    (count(*) filter (where kind = 'forechecks'))::integer as forechecks,
    (count(*) filter (where kind = 'breakouts'))::integer as breakouts,
    (count(*) filter (where kind = 'dump_ins'))::integer as dump_ins,
    (count(*) filter (where kind = 'loose_puck_wins'))::integer as loose_puck_wins,
    (count(*) filter (where kind = 'puck_recoveries'))::integer as puck_recoveries,
    (count(*) filter (where kind = 'crash_net' and succeeded))::integer as crash_net_success
from play
group by game_id, player_id
