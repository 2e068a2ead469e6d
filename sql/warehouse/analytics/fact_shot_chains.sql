-- fact_shot_chains: from the zone entry to the shot. A chain is a team's stay in the zone up to its
-- first attempt: an entry and an own attempt at most 60 s after it, with no stop, no exit and no
-- further entry, of either team, between them. The numbers of the events run on within a game, so
-- those from the entry to the attempt are the events of the chain.
-- doc: warehouse page 40, 4
-- grain: one row per zone entry that leads to an attempt, in the order of time of the entries
-- key: chain_id
-- by: game
with
ahead as (
    select
        e.event_no,
        e.game_id,
        e.event_index,
        e.side,
        e.clock,
        e.is_zone_entry,
        min(e.event_no) filter (
            where e.is_zone_entry
                or e.is_zone_exit
                or e.is_stoppage
                or e.is_faceoff
                or e.is_dead
                or c.event_type = 'Goal'
        ) over after_it as stop_no,
        case e.side
            when 'home' then
                min(e.event_no) filter (where c.is_shot and e.side = 'home') over after_it
            when 'away' then
                min(e.event_no) filter (where c.is_shot and e.side = 'away') over after_it
        end as shot_no
    from base_event_flag as e
    inner join base_event_code as c on c.code_no = e.code_no
    where e.period <= 4
    window after_it as (
        partition by e.game_id, e.period order by e.event_order desc
        rows between unbounded preceding and 1 preceding
    )
),

chains as (
    select
        a.event_no as entry_no,
        a.game_id,
        a.event_index as entry_index,
        a.side,
        a.clock - s.clock as time_to_shot,
        s.event_no as shot_no,
        s.event_index as shot_index,
        s.event_detail as shot_detail,
        s.shooter,
        s.is_scored,
        s.goal_no
    from ahead as a
    inner join base_shot as s on s.event_no = a.shot_no
    where a.is_zone_entry
        and (a.stop_no is null or a.stop_no > a.shot_no)
        and a.clock - s.clock <= 60
),

walked as (
    select
        h.entry_no,
        count(*) filter (where c.is_pass and e.side = h.side) as pass_count,
        string_agg(c.event_type, ' > ' order by e.event_no) as event_types,
        string_agg(c.event_detail, ' > ' order by e.event_no) as event_details,
        string_agg(o.event_player_ids, ',') filter (where e.side = h.side) as player_ids,
        min(c.event_detail_id) filter (where e.event_no = h.shot_no) as shot_detail_id,
        min(c.shot_type_id) filter (where e.event_no = h.shot_no) as shot_type_id
    from chains as h
    cross join lateral generate_series(h.entry_no, h.shot_no) as step (event_no)
    inner join base_event_flag as e on e.event_no = step.event_no
    inner join base_event_code as c on c.code_no = e.code_no
    inner join base_event_roster as o on o.event_no = e.event_no
    group by h.entry_no
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
    a.player_id as entry_player_id,
    e.player_name as entry_player_name,
    c.shooter as shot_player_id,
    p.player_full_name as shot_player_name,

    -- of the entry
    e.sequence_key,
    e.play_key,
    e.event_zone_id as zone_id,
    e.zone_entry_type_id,

    -- of the attempt
    w.shot_detail_id as shot_result_detail_id,

    -- of the entry
    e.time_bucket_id,
    e.strength_id,

    -- of the attempt, else of its goal
    coalesce(w.shot_type_id, gc.shot_type_id) as shot_type_id
from chains as c
inner join fact_zone_entries as e on e.event_id = natural_key('EV', c.game_id, c.entry_index)
inner join walked as w on w.entry_no = c.entry_no
inner join base_event_player as a
    on a.event_no = c.entry_no and a.role = 'event_player_1'
left join dim_player as p on p.player_id = c.shooter
left join base_event_flag as g on g.event_no = c.goal_no
left join base_event_code as gc on gc.code_no = g.code_no
order by c.entry_no
