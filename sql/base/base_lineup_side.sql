-- base_lineup_side: the skaters that a side has on the ice in a line-up: their ratings, and
-- their ice time when it starts. Goalies and players who are not known do not count.
-- grain: one row per line-up and side with a known skater
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
    p.game_id,
    p.shift_index,
    p.side,
    o.is_overlapped,
    min(p.start_elapsed) as start_elapsed,
    count(*) as skater_count,
    sum(t.toi) as toi_sum,
    min(t.toi) as toi_min,
    max(t.toi) as toi_max,
    avg(p.rating::double precision) as avg_rating
from base_lineup_player as p
inner join ordered as o on o.game_id = p.game_id and o.shift_index = p.shift_index
inner join base_player_toi as t
    on t.game_id = p.game_id
    and t.shift_index = p.shift_index
    and t.side = p.side
    and t.position = p.position
where p.player_id is not null and p.position <> 'G'
group by p.game_id, p.shift_index, p.side, o.is_overlapped
