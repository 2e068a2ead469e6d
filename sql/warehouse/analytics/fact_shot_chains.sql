-- fact_shot_chains: from the zone entry to the shot. A chain is a team's stay in the zone up to its
-- first attempt: an entry and an own attempt at most 60 s after it, with no stop, no exit and no
-- further entry, of either team, between them. Its events are those whose last entry is its own, up
-- to the attempt.
-- doc: warehouse page 40, 4
-- grain: one row per zone entry that leads to an attempt, in the order of time of the entries
-- key: chain_id
-- by: game
with
-- the first attempts of both teams after an entry, if no other entry is between them
entered as (
    select distinct on (s.entry_no, s.side)
        s.entry_no,
        e.game_id,
        e.event_index as entry_index,
        e.side,
        e.side = s.side as is_own,
        e.player_id as entry_player,
        e.clock - s.clock as time_to_shot,
        s.event_no as shot_no,
        s.event_index as shot_index,
        s.event_detail as shot_detail,
        s.shooter,
        s.is_scored,
        s.goal_no
    from base_shot as s
    inner join base_event_full as e on e.event_no = s.entry_no
    where s.period <= 4
    order by s.entry_no, s.side, s.event_no
),

attempts as (
    select * from entered where is_own and time_to_shot <= 60
),

-- In order, so that the lists of a chain are; chain by chain, so that each reads its own events.
walked as (
    select
        a.entry_no,
        a.shot_no,
        e.event_no,
        e.side = a.side as is_own,
        e.event_no > a.entry_no and (
            e.is_zone_exit
            or is_dead_type(e.event_type)
            or coalesce(e.event_type in ('Stoppage', 'Faceoff', 'Goal'), false)
        ) as is_stop,
        e.event_type,
        e.event_detail,
        e.is_pass,
        e.event_player_ids
    from attempts as a
    cross join lateral (
        select event_no, side, event_type, event_detail, is_pass, is_zone_exit, event_player_ids
        from base_event_full
        where event_no between a.entry_no and a.shot_no
        order by event_no
    ) as e
    order by a.entry_no, e.event_no
),

chains as (
    select
        entry_no,
        count(*) filter (where is_pass and is_own) as pass_count,
        string_agg(event_type, ' > ') as event_types,
        string_agg(event_detail, ' > ') as event_details,
        string_agg(event_player_ids, ',') filter (where is_own) as player_ids
    from walked
    group by entry_no
    having not bool_or(is_stop)
)

select
    -- the chain
    natural_key('CH', c.game_id, c.entry_index) as chain_id,
    c.game_id,
    e.season_id,
    e.period,
    e.event_id as entry_event_key,
    natural_key('EV', c.game_id, c.shot_index) as shot_event_key,
    c.time_to_shot,
    w.pass_count::integer as pass_count,
    (c.shot_no - c.entry_no)::integer as events_to_shot,
    (
        select count(distinct player_id)::integer
        from unnest(string_to_array(w.player_ids, ',')) as player_id
    ) as touch_count,
    coalesce(e.event_detail_2, e.event_detail) as entry_type,
    case when c.is_scored then 'Goal' else c.shot_detail end as shot_result,
    c.is_scored as is_goal,

    -- teams
    case e.team_venue when 'home' then e.home_team_id when 'away' then e.away_team_id end
        as team_id,
    case e.team_venue when 'home' then e.home_team when 'away' then e.away_team end as team_name,
    e.home_team_id,
    e.away_team_id,
    e.home_team as home_team_name,
    e.away_team as away_team_name,

    -- what happened in it
    w.event_types as event_types_chain,
    w.event_details as event_details_chain,

    -- who
    c.entry_player as entry_player_id,
    e.player_name as entry_player_name,
    c.shooter as shot_player_id,
    p.player_full_name as shot_player_name,

    -- of the entry
    e.sequence_key,
    e.play_key,
    e.event_zone_id as zone_id,
    e.zone_entry_type_id,

    -- of the attempt
    sc.event_detail_id as shot_result_detail_id,

    -- of the entry
    e.time_bucket_id,
    e.strength_id,

    -- of the attempt, else of its goal
    coalesce(sc.shot_type_id, gc.shot_type_id) as shot_type_id
from attempts as c
inner join fact_zone_entries as e on e.event_id = natural_key('EV', c.game_id, c.entry_index)
inner join chains as w on w.entry_no = c.entry_no
inner join base_event_full as sc on sc.event_no = c.shot_no
left join dim_player as p on p.player_id = c.shooter
left join base_event_full as gc on gc.event_no = c.goal_no and gc.is_goal
order by c.entry_no
