-- fact_plays: the parts of a possession sequence in one zone.
-- doc: warehouse page 11, 5
-- grain: one row per play, in the order of time
-- key: play_key
-- by: game
select
    natural_key('PL', s.game_id, s.play_no) as play_key,
    natural_key('PL', s.game_id, s.play_no) as play_id,
    s.game_id,
    g.season_id,
    s.period,
    'P0' || s.period::text as period_id,
    natural_key('SQ', s.game_id, s.sequence_no) as sequence_key,
    natural_key('EV', s.game_id, s.first_event_index) as first_event_key,
    natural_key('EV', s.game_id, s.last_event_index) as last_event_key,
    s.event_count,
    floor(s.clock / 60) as start_min,
    s.clock - 60 * floor(s.clock / 60) as start_sec,
    s.elapsed_end - s.elapsed_start as duration_seconds,
    s.video_start as video_time_start,
    s.elapsed_end + s.last_intermission as video_time_end,
    time_bucket_id(s.period, s.clock, s.period_length) as time_bucket_id,
    s.strength_id,
    g.home_team,
    g.home_team_id,
    g.away_team,
    g.away_team_id,
    s.zone as start_zone,
    s.zone as end_zone,
    zone_id(s.zone) as start_zone_id,
    zone_id(s.zone) as end_zone_id,
    s.event_types,
    s.goal_count > 0 as has_goal,
    s.goal_count,
    s.shot_count > 0 as has_shot,
    s.shot_count,
    s.zone_entry_count,
    s.zone_exit_count,
    s.pass_count,
    s.pass_success_count,
    s.turnover_count,
    s.giveaway_count,
    s.takeaway_count,
    coalesce(cardinality(string_to_array(s.player_ids, ',')), 0) as unique_player_count,
    s.player_ids
from base_play as s
inner join base_game as g on g.game_id = s.game_id
order by s.game_id, s.play_no
