-- fact_sequences: one team's uninterrupted runs with the puck.
-- doc: warehouse page 11, 5
-- grain: one row per sequence, in the order of time
-- key: sequence_key
-- by: game
with
-- in order, so that the lists of a sequence are
plays as (
    select *
    from base_play
    order by game_id, sequence_no, play_no
),

sequences as (
    select
        game_id,
        sequence_no,
        min(period) as period,
        max(clock) as clock,
        max(period_length) as period_length,
        count(*) as play_count,
        sum(event_count) as event_count,
        min(elapsed_start) as elapsed_start,
        max(elapsed_end) as elapsed_end,
        array_agg(zone) filter (where zone is not null) as zones,
        array_agg(first_event_index) as first_event_indexes,
        array_agg(last_event_index) as last_event_indexes,
        array_agg(video_start) as video_starts,
        array_agg(last_intermission) as last_intermissions,
        array_agg(strength_id) as strength_ids,
        string_agg(event_types, ',') as event_types,
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
    from plays
    group by game_id, sequence_no
),

players as (
    select
        *,
        case
            when play_count = 1 or strpos(player_ids, ',') = 0 then player_ids
            else (
                select string_agg(distinct id collate "C", ',' order by id collate "C")
                from string_to_table(player_ids, ',') as id
            )
        end as unique_player_ids
    from sequences
    -- lists are made once
    offset 0
)

select
    natural_key('SQ', s.game_id, s.sequence_no) as sequence_key,
    natural_key('SQ', s.game_id, s.sequence_no) as sequence_id,
    s.game_id,
    g.season_id,
    s.period,
    'P0' || s.period::text as period_id,
    natural_key('EV', s.game_id, s.first_event_indexes[1]) as first_event_key,
    natural_key('EV', s.game_id, s.last_event_indexes[s.play_count]) as last_event_key,
    s.event_count::integer as event_count,
    floor(s.clock / 60) as start_min,
    s.clock - 60 * floor(s.clock / 60) as start_sec,
    s.elapsed_end - s.elapsed_start as duration_seconds,
    s.video_starts[1] as video_time_start,
    s.elapsed_end + s.last_intermissions[s.play_count] as video_time_end,
    time_bucket_id(s.period, s.clock, s.period_length) as time_bucket_id,
    s.strength_ids[1] as strength_id,
    g.home_team,
    g.home_team_id,
    g.away_team,
    g.away_team_id,
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
    coalesce(cardinality(string_to_array(s.unique_player_ids, ',')), 0) as unique_player_count,
    s.unique_player_ids as player_ids
from players as s
inner join base_game as g on g.game_id = s.game_id
order by s.game_id, s.sequence_no
