-- base_player_assist: the assists of a player by period, strength and part of the period, and those
-- whose goal's shot came from a rush (page 30, blocks B, G, I, L and T). Periods 1 to 4.
-- grain: one row per game and player with an assist
-- by: game
select
    assist.game_id,
    assist.player_id,
    (count(*) filter (where code = 'AssistPrimary'))::integer as primary_assists,
    (count(*) filter (where code = 'AssistSecondary'))::integer as secondary_assists,
    (count(*) filter (where assist.period = 1))::integer as p1_assists,
    (count(*) filter (where assist.period = 2))::integer as p2_assists,
    (count(*) filter (where assist.period = 3))::integer as p3_assists,
    (count(*) filter (where coalesce(shot.is_rush, false)))::integer as rush_assists,
    (count(*) filter (where assist.class = 'ev'))::integer as ev_assists,
    (count(*) filter (where assist.class = 'pp'))::integer as pp_assists,
    (count(*) filter (where assist.class = 'pk'))::integer as pk_assists,
    (count(*) filter (where assist.class = 'en'))::integer as en_assists,
    (count(*) filter (
        where assist.period_length - assist.clock < assist.window_seconds
    ))::integer as early_period_assists,
    (count(*) filter (where assist.clock <= assist.window_seconds))::integer
        as late_period_assists,
    (count(*) filter (where goal.is_first_of_game))::integer as first_goal_assists
from base_assist as assist
left join base_goal as goal on goal.event_no = assist.goal_no
left join base_shot as shot on shot.event_no = goal.shot_no
where assist.player_id is not null and assist.period between 1 and 4
group by assist.game_id, assist.player_id
