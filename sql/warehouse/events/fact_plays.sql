-- fact_plays: the parts of a possession sequence in one zone.
-- doc: warehouse page 11, 5
-- grain: one row per play, in the order of time
-- key: play_key
-- by: game
select
    natural_key('PL', s.game_id, s.play_no) as play_key,
    natural_key('PL', s.game_id, s.play_no) as play_id,
    s.game_id,
    e.season_id,
    s.period,
    e.period_id,
    natural_key('SQ', s.game_id, s.sequence_no) as sequence_key,
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
    s.zone as start_zone,
    s.zone as end_zone,
    zone_id(s.zone) as start_zone_id,
    zone_id(s.zone) as end_zone_id,
    s.event_types,
    s.goal_count > 0 as has_goal,
    s.goal_count::integer as goal_count,
    s.shot_count > 0 as has_shot,
    s.shot_count::integer as shot_count,
    s.zone_entry_count::integer as zone_entry_count,
    s.zone_exit_count::integer as zone_exit_count,
    s.pass_count::integer as pass_count,
    s.pass_success_count::integer as pass_success_count,
    s.turnover_count::integer as turnover_count,
    s.giveaway_count::integer as giveaway_count,
    s.takeaway_count::integer as takeaway_count,
    p.player_count::integer as unique_player_count,
    p.player_ids
from base_play as s
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
order by s.game_id, s.play_no
