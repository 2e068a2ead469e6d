-- base_lineup_ice: the skaters that the sides have on the ice in a line-up: their ratings, and
-- their ice time when it starts. Goalies and players who are not known do not count.
-- grain: one row per line-up with a known skater
-- by: game
-- analyze: yes
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
)

select
    t.game_id,
    t.shift_index,
    bool_or(o.is_overlapped) as is_overlapped,
    min(t.at) as start_elapsed,
    nullif(count(*) filter (where t.side = 'home'), 0) as home_count,
    sum(t.toi) filter (where t.side = 'home') as home_toi_sum,
    min(t.toi) filter (where t.side = 'home') as home_toi_min,
    max(t.toi) filter (where t.side = 'home') as home_toi_max,
    avg(t.rating::double precision) filter (where t.side = 'home') as home_avg_rating,
    nullif(count(*) filter (where t.side = 'away'), 0) as away_count,
    sum(t.toi) filter (where t.side = 'away') as away_toi_sum,
    min(t.toi) filter (where t.side = 'away') as away_toi_min,
    max(t.toi) filter (where t.side = 'away') as away_toi_max,
    avg(t.rating::double precision) filter (where t.side = 'away') as away_avg_rating
from base_player_toi as t
inner join ordered as o on o.game_id = t.game_id and o.shift_index = t.shift_index
where t.position <> 'G'
group by t.game_id, t.shift_index
