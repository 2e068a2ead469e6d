-- fact_shot_chains: from the zone entry to the shot (warehouse page 40, 4). A chain is a team's
-- stay in the zone up to its first attempt: an entry and an own attempt at most 60 s after it, with
-- no stop, no exit and no further entry, of either team, between them.
-- Every event of a period lies in the stay that the last entry before it began.
-- grain: one row per zone entry that leads to an attempt, in the order of time of the entries
-- key: chain_id
-- by: game
with
placed as (
    select
        e.event_no,
        e.game_id,
        e.period,
        e.event_index,
        e.event_order,
        e.clock,
        e.side,
        c.event_type,
        c.event_detail,
        c.event_detail_id,
        c.shot_type_id,
        o.event_player_ids as player_ids,
        c.is_shot,
        c.is_pass,
        coalesce(
            c.event_type = 'Goal' or c.is_stoppage or c.is_faceoff or c.is_dead or c.is_zone_exit,
            false
        ) as is_stop,
        max(e.event_no) filter (where c.is_zone_entry) over (
            partition by e.game_id, e.period order by e.event_order
        ) as entry_no
    from base_event_flag as e
    inner join base_event_code as c on c.code_no = e.code_no
    inner join base_event_roster as o on o.event_no = e.event_no
    where e.period <= 4
),

sided as (
    select
        *,
        first_value(side) over stay as entry_side,
        first_value(clock) over stay as entry_clock
    from placed
    where entry_no is not null
    window stay as (partition by entry_no order by event_no)
),

walked as (
    select
        *,
        min(event_no) filter (where is_stop) over stay as stop_no,
        min(event_no) filter (where is_shot and side = entry_side) over stay as shot_no
    from sided
    where entry_clock - clock <= 60
    window stay as (partition by entry_no)
),

walk as (
    select *
    from walked
    where event_no <= shot_no and shot_no < coalesce(stop_no, shot_no + 1)
),

chains as (
    select
        entry_no,
        game_id,
        shot_no,
        min(event_index) filter (where event_no = entry_no) as entry_index,
        min(event_index) filter (where event_no = shot_no) as shot_index,
        max(clock) - min(clock) as time_to_shot,
        count(*) filter (where is_pass and side = entry_side) as pass_count,
        count(*) - 1 as events_to_shot,
        string_agg(event_type, ' > ' order by event_no) as event_types,
        string_agg(event_detail, ' > ' order by event_no) as event_details,
        string_agg(player_ids, ',') filter (where side = entry_side) as player_ids,
        min(event_detail) filter (where event_no = shot_no) as shot_detail,
        min(event_detail_id) filter (where event_no = shot_no) as shot_detail_id,
        min(shot_type_id) filter (where event_no = shot_no) as shot_type_id
    from walk
    group by entry_no, game_id, shot_no
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
    c.pass_count::integer as pass_count,
    c.events_to_shot::integer as events_to_shot,
    (
        select count(distinct player_id)::integer
        from unnest(string_to_array(c.player_ids, ',')) as player_id
    ) as touch_count,
    coalesce(e.event_detail_2, e.event_detail) as entry_type,
    case when s.is_scored then 'Goal' else c.shot_detail end as shot_result,
    s.is_scored as is_goal,

    -- teams
    case e.team_venue when 'home' then e.home_team_id when 'away' then e.away_team_id end
        as team_id,
    case e.team_venue when 'home' then e.home_team when 'away' then e.away_team end as team_name,
    e.home_team_id,
    e.away_team_id,
    e.home_team as home_team_name,
    e.away_team as away_team_name,

    -- what happened in it
    c.event_types as event_types_chain,
    c.event_details as event_details_chain,

    -- who
    a.player_id as entry_player_id,
    e.player_name as entry_player_name,
    s.shooter as shot_player_id,
    p.player_full_name as shot_player_name,

    -- of the entry
    e.sequence_key,
    e.play_key,
    e.event_zone_id as zone_id,
    e.zone_entry_type_id,

    -- of the attempt
    c.shot_detail_id as shot_result_detail_id,

    -- of the entry
    e.time_bucket_id,
    e.strength_id,

    -- of the attempt, else of its goal
    coalesce(c.shot_type_id, gc.shot_type_id) as shot_type_id
from chains as c
inner join fact_zone_entries as e on e.event_id = natural_key('EV', c.game_id, c.entry_index)
inner join base_shot as s on s.event_no = c.shot_no
inner join base_event_player as a
    on a.event_no = c.entry_no and a.role = 'event_player_1'
left join dim_player as p on p.player_id = s.shooter
left join base_event_flag as g on g.event_no = s.goal_no
left join base_event_code as gc on gc.code_no = g.code_no
order by c.entry_no
