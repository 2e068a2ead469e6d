-- base_player_period: in which periods somebody had a role on an event and for which side, what he
-- did there as event_player_1, and in how many chains he took part. All periods.
-- grain: one row per game, player and period with a role
-- by: game
with
chain as (
    select
        event.game_id,
        player.player_id,
        event.period,
        event.chain_no,
        count(*) as roles,
        count(*) filter (where player.side = 'home') as home_roles,
        count(*) filter (where event.is_goal and player.role = 'event_player_1') as goals,
        count(*) filter (where event.is_shot and player.role = 'event_player_1') as shots,
        count(*) filter (where event.is_pass and player.role = 'event_player_1') as passes
    from base_event_player as player
    join base_stat_event as event using (event_no)
    where player.player_id is not null
    group by event.game_id, player.player_id, event.period, event.chain_no
)
select
    game_id,
    player_id,
    period,
    sum(home_roles)::integer as home_roles,
    sum(roles - home_roles)::integer as away_roles,
    sum(goals)::integer as goals,
    sum(shots)::integer as shots,
    sum(passes)::integer as passes,
    count(*)::integer as chains
from chain
group by game_id, player_id, period
