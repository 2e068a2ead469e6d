-- base_play: the plays of the possession sequences, added up; a sequence is the sum of its
-- plays (warehouse page 11, 5). Zones are seen from the team of the sequence, players are
-- those of its own events, each as often as he took part. A play lies in one zone.
-- grain: one row per play
-- by: game
-- analyze: game_id, sequence_no, play_no, first_event_no, last_event_no
select
    e.game_id,
    e.sequence_no,
    e.play_no,
    min(e.period) as period,
    min(e.event_no) as first_event_no,
    max(e.event_no) as last_event_no,
    count(*) as event_count,
    min(e.elapsed_start) as elapsed_start,
    max(e.elapsed_end) as elapsed_end,
    case min(e.sequence_side)
        when 'home' then max(e.home_zone)
        else mirrored_zone(max(e.home_zone))
    end as zone,
    string_agg(c.event_type, ',' order by e.event_no) as event_types,
    count(*) filter (where c.is_goal) as goal_count,
    count(*) filter (where c.is_shot) as shot_count,
    count(*) filter (where c.is_zone_entry) as zone_entry_count,
    count(*) filter (where c.is_zone_exit) as zone_exit_count,
    count(*) filter (where c.is_pass) as pass_count,
    count(*) filter (where c.is_pass and e.successful = 's') as pass_success_count,
    count(*) filter (where c.is_turnover) as turnover_count,
    count(*) filter (where c.is_giveaway) as giveaway_count,
    count(*) filter (where c.is_takeaway) as takeaway_count,
    string_agg(o.event_player_ids, ',' order by e.event_no) filter (where e.side = e.sequence_side)
        as player_ids
from base_event_flag as e
inner join base_event_code as c on c.code_no = e.code_no
inner join base_event_roster as o on o.event_no = e.event_no
where e.sequence_no is not null
group by e.game_id, e.sequence_no, e.play_no
order by e.game_id, e.play_no
