-- fact_sequences: one team's uninterrupted runs with the puck.
-- doc: warehouse page 11, 5
-- grain: one row per sequence, in the order of time
-- key: sequence_key
-- by: game
with
sequences as (
    select
        game_id,
        sequence_no,
        min(period) as period,
        min(first_event_no) as first_event_no,
        max(last_event_no) as last_event_no,
        sum(event_count) as event_count,
        min(elapsed_start) as elapsed_start,
        max(elapsed_end) as elapsed_end,
        array_agg(zone order by play_no) filter (where zone is not null) as zones,
        string_agg(event_types, ',' order by play_no) as event_types,
        sum(goal_count) as goal_count,
        sum(shot_count) as shot_count,
        sum(zone_entry_count) as zone_entry_count,
        sum(zone_exit_count) as zone_exit_count,
        sum(pass_count) as pass_count,
        sum(pass_success_count) as pass_success_count,
        sum(turnover_count) as turnover_count,
        sum(giveaway_count) as giveaway_count,
        sum(takeaway_count) as takeaway_count,
        string_agg(player_ids, ',') as player_ids
    from base_play
    group by game_id, sequence_no
)

select
    natural_key('SQ', s.game_id, s.sequence_no) as sequence_key,
    natural_key('SQ', s.game_id, s.sequence_no) as sequence_id,
    s.game_id,
    e.season_id,
    s.period,
    e.period_id,
    e.event_id as first_event_key,
    l.event_id as last_event_key,
    s.event_count::integer as event_count,
    e.event_start_min as start_min,
    e.event_start_sec as start_sec,
    s.elapsed_end - s.elapsed_start as duration_seconds,
    e.running_video_time as video_time_start,
    s.elapsed_end + l.running_intermission_duration as video_time_end,
    e.time_bucket_id,
    e.strength_id,
    e.home_team,
    e.home_team_id,
    e.away_team,
    e.away_team_id,
    s.zones[1] as start_zone,
    s.zones[cardinality(s.zones)] as end_zone,
    zone_id(s.zones[1]) as start_zone_id,
    zone_id(s.zones[cardinality(s.zones)]) as end_zone_id,
    s.event_types,
    s.goal_count > 0 as has_goal,
    s.goal_count::integer as goal_count,
    s.shot_count::integer as shot_count,
    s.zone_entry_count::integer as zone_entry_count,
    s.zone_exit_count::integer as zone_exit_count,
    s.pass_count::integer as pass_count,
    s.pass_success_count::integer as pass_success_count,
    100 * s.pass_success_count::double precision / nullif(s.pass_count, 0)::double precision
        as pass_success_rate,
    s.turnover_count::integer as turnover_count,
    s.giveaway_count::integer as giveaway_count,
    s.takeaway_count::integer as takeaway_count,
    p.player_count::integer as unique_player_count,
    p.player_ids
from sequences as s
inner join base_event_flag as ef on ef.event_no = s.first_event_no
inner join base_event_flag as lf on lf.event_no = s.last_event_no
inner join fact_events as e on e.event_id = natural_key('EV', ef.game_id, ef.event_index)
inner join fact_events as l on l.event_id = natural_key('EV', lf.game_id, lf.event_index)
cross join lateral (
    select
        count(distinct id) as player_count,
        string_agg(distinct id collate "C", ',' order by id collate "C") as player_ids
    from string_to_table(s.player_ids, ',') as id
) as p
order by s.game_id, s.sequence_no
