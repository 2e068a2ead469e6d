-- base_event_ice: the skaters on the ice at an event, of its team and of the other one:
-- ice time so far and ratings (warehouse page 11, 1 and 2).
-- Between two changes everybody's ice time grows with the clock, so it is that of the start
-- of the line-up and the seconds since. Only where line-ups overlap, which is a mistake of
-- the tracker, a player's time may grow faster: there his intervals are added up one by one.
-- grain: one row per event with a line-up
-- analyze: yes
with
sides as (
    select
        e.game_id,
        e.event_order,
        e.elapsed_start,
        e.side as event_side,
        l.shift_index,
        s.side,
        s.is_overlapped,
        s.skater_count,
        s.avg_rating,
        (s.toi_sum + s.skater_count * (e.elapsed_start - s.start_elapsed)) / s.skater_count
            as toi_avg,
        s.toi_min + (e.elapsed_start - s.start_elapsed) as toi_min,
        s.toi_max + (e.elapsed_start - s.start_elapsed) as toi_max
    from base_event_flag as e
    inner join base_event_lineup as l
        on l.game_id = e.game_id and l.event_order = e.event_order
    inner join base_lineup_side as s
        on s.game_id = l.game_id and s.shift_index = l.shift_index
),

skaters as (
    select
        s.game_id,
        s.event_order,
        s.side,
        p.position,
        sum(greatest(least(i.end_elapsed, s.elapsed_start) - i.start_elapsed, 0)) as toi
    from sides as s
    inner join base_lineup_player as p
        on p.game_id = s.game_id and p.shift_index = s.shift_index and p.side = s.side
    inner join base_lineup_player as i
        on i.game_id = p.game_id and i.player_id = p.player_id
    where s.is_overlapped and p.position <> 'G'
    group by s.game_id, s.event_order, s.side, p.position
),

overlapped as (
    select
        game_id,
        event_order,
        side,
        avg(toi) as toi_avg,
        min(toi) as toi_min,
        max(toi) as toi_max
    from skaters
    group by game_id, event_order, side
),

exact as (
    select
        s.game_id,
        s.event_order,
        s.side = s.event_side as is_own,
        s.avg_rating,
        case when s.is_overlapped then o.toi_avg else s.toi_avg end as toi_avg,
        case when s.is_overlapped then o.toi_min else s.toi_min end as toi_min,
        case when s.is_overlapped then o.toi_max else s.toi_max end as toi_max
    from sides as s
    left join overlapped as o
        on o.game_id = s.game_id and o.event_order = s.event_order and o.side = s.side
    where s.event_side is not null
)

select
    game_id,
    event_order,
    max(toi_avg) filter (where is_own) as team_toi_avg,
    max(toi_min) filter (where is_own) as team_toi_min,
    max(toi_max) filter (where is_own) as team_toi_max,
    max(avg_rating) filter (where is_own) as team_avg_rating,
    max(toi_avg) filter (where not is_own) as opp_toi_avg,
    max(toi_min) filter (where not is_own) as opp_toi_min,
    max(toi_max) filter (where not is_own) as opp_toi_max,
    max(avg_rating) filter (where not is_own) as opp_avg_rating
from exact
group by game_id, event_order
