-- base_player_period: in which periods somebody had a role on an event and for which side, and what
-- he did there as event_player_1. Periods 1 to 4.
-- grain: one row per game, player and period with a role
-- by: game
select
    event.game_id,
    player.player_id,
    event.period,
    count(*) filter (where player.side = 'home') as home_roles,
    count(*) filter (where player.side = 'away') as away_roles,
    (count(*) filter (where event.is_goal and player.role = 'event_player_1'))::integer as goals,
    (count(*) filter (where event.is_shot and player.role = 'event_player_1'))::integer as shots,
    (count(*) filter (where event.is_pass and player.role = 'event_player_1'))::integer as passes
from base_event_player as player
join base_stat_event as event using (event_no)
where player.player_id is not null and event.period between 1 and 4
group by event.game_id, player.player_id, event.period
