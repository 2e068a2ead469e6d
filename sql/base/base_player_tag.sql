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
)
select
    game_id,
    player_id,
    (count(distinct play_no) filter (where code in ('Deke', 'OpenIceDeke')))::integer as dekes,
    (count(distinct play_no) filter (where code in ('DriveMiddle', 'DriveNetMiddle')))::integer
        as drives_middle,
    (count(distinct play_no) filter (where code in ('DriveWide', 'DriveNetWide')))::integer
        as drives_wide,
    (count(distinct play_no) filter (where code = 'DriveCorner'))::integer as drives_corner,
    (count(distinct play_no) filter (where code = 'CutBack'))::integer as cutbacks,
    (count(distinct play_no) filter (where code = 'Delay'))::integer as delays,
    (count(distinct play_no) filter (where code = 'CrashNet'))::integer as crash_net,
    (count(distinct play_no) filter (where code = 'Screen'))::integer as screens,
    (count(distinct play_no) filter (where code = 'GiveAndGo'))::integer as give_and_go,
    (count(distinct play_no) filter (where code = 'SecondTouch'))::integer as second_touch,
    (count(distinct play_no) filter (where code = 'Cycle'))::integer as cycles,
    (count(distinct play_no) filter (where code = 'PokeCheck'))::integer as poke_checks,
    (count(distinct play_no) filter (where code = 'StickCheck'))::integer as stick_checks,
    (count(distinct play_no) filter (where code = 'ZoneEntryDenial'))::integer as zone_ent_denials,
    (count(distinct play_no) filter (where code = 'Backcheck'))::integer as backchecks,
    (count(distinct play_no) filter (where code = 'Forecheck'))::integer as forechecks,
    (count(distinct play_no) filter (
        where code in (
            'Breakout', 'AttemptedBreakOutClear', 'AttemptedBreakOutPass', 'AttemptedBreakOutRush'
        )
    ))::integer as breakouts,
    (count(distinct play_no) filter (
        where code in (
            'DumpChase', 'Dump_RimInZone', 'DumpInAttempt', 'AttemptedEntryDumpIn',
            'ZoneEntry_DumpIn'
        )
    ))::integer as dump_ins,
    (count(distinct play_no) filter (where code = 'LoosePuckBattleWon'))::integer
        as loose_puck_wins,
    (count(distinct play_no) filter (where code like 'PuckRecoveryRetreival%'))::integer
        as puck_recoveries,
    (count(distinct play_no) filter (where code = 'CrashNet' and succeeded))::integer
        as crash_net_success
from tagged
group by game_id, player_id
