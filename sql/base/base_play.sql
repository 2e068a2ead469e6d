-- base_play: the plays of the possession sequences, added up; a sequence is the sum of its
-- plays (warehouse page 11, 5). Zones are seen from the team of the sequence, players are
-- those of its own events. A play lies in one zone.
-- grain: one row per play, in the order of time
-- by: game
-- analyze: game_id
with
-- in order, so that the lists of a play are
events as (
    select
        event_no,
        game_id,
        sequence_no,
        play_no,
        period,
        clock,
        period_length,
        event_index,
        running_video_time,
        running_intermission_duration,
        elapsed_start,
        elapsed_end,
        strength_id,
        case sequence_side when 'home' then home_zone else away_zone end as zone,
        successful,
        event_type,
        is_goal,
        is_shot,
        is_zone_entry,
        is_zone_exit,
        is_pass,
        is_turnover,
        is_giveaway,
        is_takeaway,
        case when side = sequence_side then event_player_ids end as player_ids
    from base_event_full
    where play_no is not null
    order by game_id, play_no, sequence_no, event_no
),

plays as (
    select
        game_id,
        play_no,
        sequence_no,
        min(period) as period,
        max(clock) as clock,
        max(period_length) as period_length,
        array_agg(event_index) as event_indexes,
        array_agg(running_video_time) as video_times,
        array_agg(running_intermission_duration) as intermissions,
        array_agg(strength_id) as strength_ids,
        min(elapsed_start) as elapsed_start,
        max(elapsed_end) as elapsed_end,
        max(zone) as zone,
        string_agg(event_type, ',') as event_types,
        count(*) filter (where is_goal) as goal_count,
        count(*) filter (where is_shot) as shot_count,
        count(*) filter (where is_zone_entry) as zone_entry_count,
        count(*) filter (where is_zone_exit) as zone_exit_count,
        count(*) filter (where is_pass) as pass_count,
        count(*) filter (where is_pass and successful = 's') as pass_success_count,
        count(*) filter (where is_turnover) as turnover_count,
        count(*) filter (where is_giveaway) as giveaway_count,
        count(*) filter (where is_takeaway) as takeaway_count,
        string_agg(player_ids, ',') as player_ids
    from events
    group by game_id, play_no, sequence_no
)

select
    game_id,
    play_no,
    sequence_no,
    period,
    clock,
    period_length,
    event_indexes[1] as first_event_index,
    event_indexes[cardinality(event_indexes)] as last_event_index,
    cardinality(event_indexes) as event_count,
    video_times[1] as video_start,
    intermissions[cardinality(intermissions)] as last_intermission,
    elapsed_start,
    elapsed_end,
    strength_ids[1] as strength_id,
    zone,
    event_types,
    goal_count::integer as goal_count,
    shot_count::integer as shot_count,
    zone_entry_count::integer as zone_entry_count,
    zone_exit_count::integer as zone_exit_count,
    pass_count::integer as pass_count,
    pass_success_count::integer as pass_success_count,
    turnover_count::integer as turnover_count,
    giveaway_count::integer as giveaway_count,
    takeaway_count::integer as takeaway_count,
    case
        when strpos(player_ids, ',') = 0 then player_ids
        else (
            select string_agg(distinct id collate "C", ',' order by id collate "C")
            from string_to_table(player_ids, ',') as id
        )
    end as player_ids
from plays
order by game_id, play_no
