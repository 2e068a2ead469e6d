-- base_event_ice: the line-up on the ice at an event seen from its team: skaters, their ice
-- time so far and their ratings (warehouse page 11, 1 and 2).
-- Between two changes everybody's ice time grows with the clock, so it is that of the start
-- of the line-up and the seconds since. Only where line-ups overlap, which is a mistake of
-- the tracker, a player's time may grow faster: there his intervals are added up one by one.
-- grain: one row per event with a line-up
-- by: game
-- analyze: event_no
with
events as (
    select
        e.event_no,
        e.game_id,
        e.side,
        e.elapsed_start,
        e.elapsed_start - i.start_elapsed as seconds,
        l.shift_id,
        l.shift_index,
        l.home_skaters,
        l.away_skaters,
        i.is_overlapped,
        i.home_count,
        i.home_toi_sum,
        i.home_toi_min,
        i.home_toi_max,
        i.home_avg_rating,
        i.away_count,
        i.away_toi_sum,
        i.away_toi_min,
        i.away_toi_max,
        i.away_avg_rating
    from base_event_flag as e
    inner join base_event_lineup as l on l.event_no = e.event_no
    left join base_lineup_ice as i
        on i.game_id = l.game_id and i.shift_index = l.shift_index
),

skaters as (
    select
        e.event_no,
        p.side,
        p.position,
        sum(greatest(least(i.end_elapsed, e.elapsed_start) - i.start_elapsed, 0)) as toi
    from events as e
    inner join base_lineup_player as p
        on p.game_id = e.game_id and p.shift_index = e.shift_index
    inner join base_lineup_player as i
        on i.game_id = p.game_id and i.player_id = p.player_id
    where e.is_overlapped and p.position <> 'G'
    group by e.event_no, p.side, p.position
),

overlapped as (
    select
        event_no,
        avg(toi) filter (where side = 'home') as home_toi_avg,
        min(toi) filter (where side = 'home') as home_toi_min,
        max(toi) filter (where side = 'home') as home_toi_max,
        avg(toi) filter (where side = 'away') as away_toi_avg,
        min(toi) filter (where side = 'away') as away_toi_min,
        max(toi) filter (where side = 'away') as away_toi_max
    from skaters
    group by event_no
),

times as (
    select
        e.event_no,
        e.side,
        e.shift_id,
        e.home_skaters,
        e.away_skaters,
        e.home_avg_rating,
        e.away_avg_rating,
        case
            when e.is_overlapped then o.home_toi_avg
            else (e.home_toi_sum + e.home_count * e.seconds) / e.home_count
        end as home_toi_avg,
        case when e.is_overlapped then o.home_toi_min else e.home_toi_min + e.seconds end
            as home_toi_min,
        case when e.is_overlapped then o.home_toi_max else e.home_toi_max + e.seconds end
            as home_toi_max,
        case
            when e.is_overlapped then o.away_toi_avg
            else (e.away_toi_sum + e.away_count * e.seconds) / e.away_count
        end as away_toi_avg,
        case when e.is_overlapped then o.away_toi_min else e.away_toi_min + e.seconds end
            as away_toi_min,
        case when e.is_overlapped then o.away_toi_max else e.away_toi_max + e.seconds end
            as away_toi_max
    from events as e
    left join overlapped as o on o.event_no = e.event_no
)

select
    event_no,
    shift_id,
    case side
        when 'home' then home_skaters::text || 'v' || away_skaters::text
        when 'away' then away_skaters::text || 'v' || home_skaters::text
    end as strength,
    case side when 'home' then home_toi_avg when 'away' then away_toi_avg end as team_toi_avg,
    case side when 'home' then home_toi_min when 'away' then away_toi_min end as team_toi_min,
    case side when 'home' then home_toi_max when 'away' then away_toi_max end as team_toi_max,
    case side when 'home' then away_toi_avg when 'away' then home_toi_avg end as opp_toi_avg,
    case side when 'home' then away_toi_min when 'away' then home_toi_min end as opp_toi_min,
    case side when 'home' then away_toi_max when 'away' then home_toi_max end as opp_toi_max,
    case side when 'home' then home_avg_rating when 'away' then away_avg_rating end
        as team_avg_rating,
    case side when 'home' then away_avg_rating when 'away' then home_avg_rating end
        as opp_avg_rating
from times
