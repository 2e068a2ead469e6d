-- base_lineup_ice: the skaters that the sides have on the ice in a line-up: their ratings, and
-- their ice time when it starts. Goalies and players who are not known do not count.
-- grain: one row per line-up with a known skater
-- by: game
-- analyze: game_id, shift_index, is_overlapped
with
ordered as (
    select
        game_id,
        shift_index,
        coalesce(
            lead(start_clock) over by_start > end_clock
            or min(end_clock) over (
                partition by game_id, period order by start_clock desc, shift_index
                rows between unbounded preceding and 1 preceding
            ) < start_clock,
            false
        ) as is_overlapped
    from base_lineup
    where shift_id is not null
    window by_start as (partition by game_id, period order by start_clock desc, shift_index)
),

skaters as materialized (
    select
        p.game_id,
        p.shift_index,
        p.side,
        p.rating::double precision as rating,
        p.start_elapsed,
        ice_time(p.start_elapsed, t.bounds, t.steps, t.sums) as toi
    from base_lineup_player as p
    inner join base_player_toi as t on t.game_id = p.game_id and t.player_id = p.player_id
    where p.position <> 'G'
)

select
    s.game_id,
    s.shift_index,
    bool_or(o.is_overlapped) as is_overlapped,
    min(s.start_elapsed) as start_elapsed,
    nullif(count(*) filter (where s.side = 'home'), 0) as home_count,
    sum(s.toi) filter (where s.side = 'home') as home_toi_sum,
    min(s.toi) filter (where s.side = 'home') as home_toi_min,
    max(s.toi) filter (where s.side = 'home') as home_toi_max,
    avg(s.rating) filter (where s.side = 'home') as home_avg_rating,
    nullif(count(*) filter (where s.side = 'away'), 0) as away_count,
    sum(s.toi) filter (where s.side = 'away') as away_toi_sum,
    min(s.toi) filter (where s.side = 'away') as away_toi_min,
    max(s.toi) filter (where s.side = 'away') as away_toi_max,
    avg(s.rating) filter (where s.side = 'away') as away_avg_rating
from skaters as s
inner join ordered as o on o.game_id = s.game_id and o.shift_index = s.shift_index
group by s.game_id, s.shift_index
