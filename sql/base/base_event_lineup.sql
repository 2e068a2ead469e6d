-- base_event_lineup: the line-up on the ice at an event, seen from its team: skaters, their ice
-- time so far and their ratings (warehouse page 11, 1 and 2). At a change two of them fit: a
-- face-off and what follows it in that second take the later one.
-- Line-ups are found by the minutes that they touch, so that an event meets a few of them,
-- not all of its period.
-- Between two changes everybody's ice time grows with the clock, so it is that of the start
-- of the line-up and the seconds since. Only where line-ups overlap, which is a mistake of
-- the tracker, a player's time may grow faster: there his intervals are added up one by one.
-- class: the strength class of its side. opp_…: seen from the other side.
-- grain: one row per event with a line-up
-- by: game
-- analyze: event_no
with
lineups as materialized (
    select
        l.game_id,
        l.period,
        l.shift_id,
        l.shift_index,
        l.start_clock,
        l.end_clock,
        t.home_strength,
        t.away_strength,
        hs.strength_id as home_strength_id,
        ws.strength_id as away_strength_id,
        strength_class(
            l.home_skaters, l.away_skaters, l.home_goalie is null, l.away_goalie is null
        ) as home_class,
        strength_class(
            l.away_skaters, l.home_skaters, l.away_goalie is null, l.home_goalie is null
        ) as away_class,
        l.shift_no,
        i.is_overlapped,
        i.start_elapsed,
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
    from base_lineup as l
    cross join lateral (
        select
            l.home_skaters::text || 'v' || l.away_skaters::text as home_strength,
            l.away_skaters::text || 'v' || l.home_skaters::text as away_strength
    ) as t
    left join base_strength as hs on hs.strength_code = t.home_strength
    left join base_strength as ws on ws.strength_code = t.away_strength
    left join base_lineup_ice as i on i.game_id = l.game_id and i.shift_index = l.shift_index
    where l.shift_id is not null
),

-- Made before it is joined: else every event would meet all line-ups of its period after all.
-- minute_no: one number for game, period and minute.
minutes as materialized (
    select
        l.shift_no,
        l.start_clock,
        l.end_clock,
        (l.game_id * 10::bigint + l.period) * 10000 + m.minute as minute_no
    from lineups as l
    cross join lateral generate_series(
        floor(l.end_clock / 60)::integer, floor(l.start_clock / 60)::integer
    ) as m (minute)
),

fitting as (
    select distinct on (e.event_no)
        e.event_no,
        e.side,
        e.elapsed_start,
        m.shift_no
    from base_event_flag as e
    inner join minutes as m
        on m.minute_no
            = (e.game_id * 10::bigint + e.period) * 10000 + floor(e.clock / 60)::integer
        and e.clock between m.end_clock and m.start_clock
    order by e.event_no, case when e.is_after_faceoff then - m.shift_no else m.shift_no end
),

skaters as (
    select
        e.event_no,
        p.side,
        p.position,
        sum(greatest(least(i.end_elapsed, e.elapsed_start) - i.start_elapsed, 0)) as toi
    from base_lineup_ice as o
    inner join lineups as l on l.game_id = o.game_id and l.shift_index = o.shift_index
    inner join fitting as e on e.shift_no = l.shift_no
    inner join base_lineup_player as p
        on p.game_id = o.game_id and p.shift_index = o.shift_index
    inner join base_lineup_player as i
        on i.game_id = p.game_id and i.player_id = p.player_id
    where o.is_overlapped and p.position <> 'G'
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
        l.game_id,
        e.side,
        l.shift_id,
        l.shift_index,
        l.home_strength,
        l.away_strength,
        l.home_strength_id,
        l.away_strength_id,
        l.home_class,
        l.away_class,
        l.home_avg_rating,
        l.away_avg_rating,
        case
            when l.is_overlapped then o.home_toi_avg
            else (l.home_toi_sum + l.home_count * (e.elapsed_start - l.start_elapsed))
                / l.home_count
        end as home_toi_avg,
        case
            when l.is_overlapped then o.home_toi_min
            else l.home_toi_min + (e.elapsed_start - l.start_elapsed)
        end as home_toi_min,
        case
            when l.is_overlapped then o.home_toi_max
            else l.home_toi_max + (e.elapsed_start - l.start_elapsed)
        end as home_toi_max,
        case
            when l.is_overlapped then o.away_toi_avg
            else (l.away_toi_sum + l.away_count * (e.elapsed_start - l.start_elapsed))
                / l.away_count
        end as away_toi_avg,
        case
            when l.is_overlapped then o.away_toi_min
            else l.away_toi_min + (e.elapsed_start - l.start_elapsed)
        end as away_toi_min,
        case
            when l.is_overlapped then o.away_toi_max
            else l.away_toi_max + (e.elapsed_start - l.start_elapsed)
        end as away_toi_max
    from fitting as e
    inner join lineups as l on l.shift_no = e.shift_no
    left join overlapped as o on o.event_no = e.event_no
)

select
    event_no,
    game_id,
    shift_id,
    shift_index,
    case side when 'home' then home_strength when 'away' then away_strength end as strength,
    case side when 'home' then home_strength_id when 'away' then away_strength_id end
        as strength_id,
    case side when 'home' then away_strength when 'away' then home_strength end as opp_strength,
    case side when 'home' then away_strength_id when 'away' then home_strength_id end
        as opp_strength_id,
    case side when 'home' then home_class when 'away' then away_class end as class,
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
