-- base_strength_time: the ice time of a game at each strength, periods 1 to 4 (page 21, 3). It is
-- read from the line-ups, because a game with few of them has no shifts but counts here.
-- A line-up of home 5 and away 4 counts for 5v4 and for 4v5.
-- grain: one row per game and strength
-- by: game
-- keep: yes
with
lineup as (
    select game_id, home_skaters, away_skaters, start_clock - end_clock as seconds
    from base_lineup
    where live and period between 1 and 4 and home_skaters > 0 and away_skaters > 0
),
seen as (
    select game_id, home_skaters || 'v' || away_skaters as strength_code, seconds from lineup
    union all
    select game_id, away_skaters || 'v' || home_skaters, seconds from lineup
)
select game_id, strength_code, sum(seconds) as seconds
from seen
group by game_id, strength_code
