-- fact_possession_time__seconds_are_played: there is one puck: all players together held it no
-- longer than the game lasted. Half a second of each may be rounding.
select p.game_id, p.seconds, g.seconds as playing_time
from (
    select
        game_id,
        sum(estimated_possession_seconds) as seconds,
        count(*) / 2.0 as rounding
    from fact_possession_time
    group by game_id
) as p
left join (
    select game_id, sum(clock) as seconds
    from (
        select game_id, period, max(time_start_total_seconds) as clock
        from fact_tracking
        where period <= 4
        group by game_id, period
    ) as period
    group by game_id
) as g on g.game_id = p.game_id
where p.seconds - p.rounding > coalesce(g.seconds, 0)
