-- fact_player_micro_stats: small plays of everybody with a role on an event, goalies too. Plays
-- told by tags are NULL in a game whose tracker tagged nothing.
-- doc: warehouse page 30, 5
-- grain: one row per game and player
-- key: micro_stats_key
-- by: game
-- order: micro_stats_key
with
player as (
    select distinct game_id, player_id
    from base_player_period
    where period between 1 and 4
),
tip as (
    select game_id, player_id, count(distinct play_no)::integer as tips
    from (
        select game_id, player_id, play_no
        from base_tag
        where code = 'AttemptedTip_Deflection' and period between 1 and 4
        union all
        select game_id, shooter, play_no
        from base_shot
        where kind = 'tip' and period between 1 and 4
    ) as play
    group by game_id, player_id
),
battle as (
    select game_id, player_id, count(distinct play_no)::integer as board_battles
    from base_tag
    where code in ('LoosePuckBattleWon', 'LoosePuckBattleLost') and period between 1 and 4
    group by game_id, player_id
)
select
    player_id || '_' || game_id as micro_stats_key,
    game_id,
    player_id,
    case when tags then coalesce(tag.screens, 0) end as screens,
    coalesce(tips, 0) as tips,
    coalesce(event.shots_one_timer, 0) as one_timers,
    case when tags then coalesce(tag.dekes, 0) end as dekes,
    coalesce(event.rebound_recoveries, 0) as rebounds,
    case when tags then coalesce(tag.backchecks, 0) end as backchecks,
    case when tags then coalesce(tag.forechecks, 0) end as forechecks,
    case when tags then coalesce(battle.board_battles, 0) end as board_battles,
    started_at as _export_timestamp
from player
join base_recorded using (game_id)
left join base_player_event as event using (game_id, player_id)
left join base_player_tag as tag using (game_id, player_id)
left join tip using (game_id, player_id)
left join battle using (game_id, player_id)
cross join run_parameter
order by micro_stats_key
