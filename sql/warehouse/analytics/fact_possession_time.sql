-- fact_possession_time: how often and how long a player had the puck. A puck event holds the puck
-- as long as it lasts, but never longer than until the next event of the period. Trackers write
-- most events as moments, so the seconds are a lower bound.
-- doc: warehouse page 40, 5
-- grain: one row per game and player with a row of any role in periods 1 to 4
-- key: possession_key
-- by: game
with
player as (
    select
        game_id,
        player_id,
        case when sum(home_roles) > 0 then 'home' when sum(away_roles) > 0 then 'away' end as side
    from base_player_period
    where period between 1 and 4
    group by game_id, player_id
)

select
    'POSS_' || p.game_id::text || '_' || p.player_id as possession_key,
    p.game_id,
    p.player_id,
    g.season_id,
    coalesce(e.zone_ent_total, 0) as zone_entries,
    coalesce(e.zone_ext_total, 0) as zone_exits,
    coalesce(e.zone_ent_oz, 0) as ozone_entries,
    coalesce(e.zone_ent_dz, 0) as dzone_entries,
    coalesce(e.possession_events, 0) as possession_events,
    coalesce(e.held_seconds, 0) as estimated_possession_seconds,
    p.side as venue,
    case p.side when 'home' then 'VN01' when 'away' then 'VN02' end as venue_id,
    case p.side when 'home' then g.home_team_id when 'away' then g.away_team_id end as team_id
from player as p
inner join base_game as g on g.game_id = p.game_id
left join base_player_event as e on e.game_id = p.game_id and e.player_id = p.player_id
order by p.game_id, p.player_id collate "C"
