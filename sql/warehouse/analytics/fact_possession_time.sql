-- fact_possession_time: how often and how long a player had the puck. A puck event holds the puck
-- as long as it lasts, but never longer than until the next event of the period. Trackers write
-- most events as moments, so the seconds are a lower bound.
-- doc: warehouse page 40, 5
-- grain: one row per game and player with a row of any role in periods 1 to 4
-- key: possession_key
-- by: game
with
acts as (
    select
        e.event_no,
        c.is_zone_entry as is_entry,
        c.is_zone_exit as is_exit,
        coalesce(c.event_type in ('Possession', 'Pass', 'Shot'), false)
            or c.is_zone_entry and c.is_carried_in
            or c.is_zone_exit and c.is_carried_out as has_puck,
        e.zone,
        least(coalesce(e.duration, 0), n.time_to_next) as held_seconds
    from base_event_flag as e
    inner join base_event_code as c on c.code_no = e.code_no
    inner join base_event_neighbour as n on n.event_no = e.event_no
    where c.is_zone_entry
        or c.is_zone_exit
        or c.event_type in ('Possession', 'Pass', 'Shot')
),

-- what a player did counts where he is event_player_1, that he was there counts in any role
taken as (
    select
        a.game_id,
        a.player_id,
        a.side,
        e.is_entry,
        e.is_exit,
        e.has_puck,
        e.zone,
        e.held_seconds
    from base_event_player as a
    left join acts as e on e.event_no = a.event_no and a.role = 'event_player_1'
    where a.player_id is not null
        and a.event_no not in (select event_no from base_event_flag where period > 4)
),

added as (
    select
        game_id,
        player_id,
        side,
        count(*) filter (where is_entry) as zone_entries,
        count(*) filter (where is_exit) as zone_exits,
        count(*) filter (where is_entry and zone = 'o') as ozone_entries,
        count(*) filter (where is_entry and zone = 'd') as dzone_entries,
        count(*) filter (where has_puck) as possession_events,
        coalesce(round(sum(held_seconds::numeric) filter (where has_puck)), 0) as held_seconds
    from taken
    group by game_id, player_id, side
)

select
    'POSS_' || p.game_id::text || '_' || p.player_id as possession_key,
    p.game_id,
    p.player_id,
    g.season_id,
    p.zone_entries::integer as zone_entries,
    p.zone_exits::integer as zone_exits,
    p.ozone_entries::integer as ozone_entries,
    p.dzone_entries::integer as dzone_entries,
    p.possession_events::integer as possession_events,
    p.held_seconds::integer as estimated_possession_seconds,
    p.side as venue,
    case p.side when 'home' then 'VN01' when 'away' then 'VN02' end as venue_id,
    case p.side when 'home' then g.home_team_id when 'away' then g.away_team_id end as team_id
from added as p
inner join base_game as g on g.game_id = p.game_id
order by p.game_id, p.player_id collate "C"
