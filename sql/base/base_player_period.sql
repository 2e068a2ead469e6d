-- base_player_period: in which periods somebody had a role on an event and for which side, what he
-- did there as event_player_1, and in how many chains and events he took part. All periods.
-- grain: one row per game, player and period with a role
-- by: game
with
-- Roles of players who stand in an earlier role of the event too.
repeated as (
    select distinct later.event_no, later.player_id, later.role
    from base_event_player as later
    join base_event_player as earlier
        on earlier.event_no = later.event_no
        and earlier.player_id = later.player_id
        and earlier.role < later.role
    where later.n > 1
),
chain as (
    select
        event.game_id,
        player.player_id,
        event.period,
        event.chain_no,
        count(*) as roles,
        count(*) filter (where player.side = 'home') as home_roles,
        count(repeated.role) as repeated_roles,
        count(*) filter (where event.is_goal and player.role = 'event_player_1') as goals,
        count(*) filter (where event.is_shot and player.role = 'event_player_1') as shots,
        count(*) filter (where event.is_pass and player.role = 'event_player_1') as passes
    from base_event_player as player
    join base_stat_event as event using (event_no)
    left join repeated
        on repeated.event_no = player.event_no
        and repeated.player_id = player.player_id
        and repeated.role = player.role
    where player.player_id is not null
    group by event.game_id, player.player_id, event.period, event.chain_no
)
select
    game_id,
    player_id,
    period,
    sum(home_roles)::bigint as home_roles,
    sum(roles - home_roles)::bigint as away_roles,
    sum(goals)::integer as goals,
    sum(shots)::integer as shots,
    sum(passes)::integer as passes,
    count(*)::integer as chains,
    sum(roles - repeated_roles)::integer as events
from chain
group by game_id, player_id, period
