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
        e.event_no,
        e.game_id,
        e.sequence_no,
        e.play_no,
        e.period,
        e.clock,
        e.period_length,
        e.event_index,
        e.running_video_time,
        e.running_intermission_duration,
        e.elapsed_start,
        e.elapsed_end,
        case e.sequence_side when 'home' then e.home_zone else mirrored_zone(e.home_zone) end
            as zone,
        e.successful,
        c.event_type,
        c.is_goal,
        c.is_shot,
        c.is_zone_entry,
        c.is_zone_exit,
        c.is_pass,
        c.is_turnover,
        c.is_giveaway,
        c.is_takeaway,
        case when e.side = e.sequence_side then o.event_player_ids end as player_ids
    from base_event_flag as e
    inner join base_event_code as c on c.code_no = e.code_no
    inner join base_event_roster as o on o.event_no = e.event_no
    where e.play_no is not null
    order by e.game_id, e.play_no, e.sequence_no, e.event_no
),

plays as (
    select
        game_id,
        play_no,
        sequence_no,
        min(event_no) as first_event_no,
        min(period) as period,
        max(clock) as clock,
        max(period_length) as period_length,
        array_agg(event_index) as event_indexes,
        array_agg(running_video_time) as video_times,
        array_agg(running_intermission_duration) as intermissions,
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
    p.game_id,
    p.play_no,
    p.sequence_no,
    p.period,
    p.clock,
    p.period_length,
    p.event_indexes[1] as first_event_index,
    p.event_indexes[cardinality(p.event_indexes)] as last_event_index,
    cardinality(p.event_indexes) as event_count,
    p.video_times[1] as video_start,
    p.intermissions[cardinality(p.intermissions)] as last_intermission,
    p.elapsed_start,
    p.elapsed_end,
    s.strength_id,
    p.zone,
    p.event_types,
    p.goal_count::integer as goal_count,
    p.shot_count::integer as shot_count,
    p.zone_entry_count::integer as zone_entry_count,
    p.zone_exit_count::integer as zone_exit_count,
    p.pass_count::integer as pass_count,
    p.pass_success_count::integer as pass_success_count,
    p.turnover_count::integer as turnover_count,
    p.giveaway_count::integer as giveaway_count,
    p.takeaway_count::integer as takeaway_count,
    case
        when strpos(p.player_ids, ',') = 0 then p.player_ids
        else (
            select string_agg(distinct id collate "C", ',' order by id collate "C")
            from string_to_table(p.player_ids, ',') as id
        )
    end as player_ids
from plays as p
left join base_event_lineup as i on i.event_no = p.first_event_no
left join base_strength as s on s.strength_code = i.strength
order by p.game_id, p.play_no
