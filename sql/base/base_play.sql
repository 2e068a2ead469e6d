-- base_play: the plays of the possession sequences, added up; a sequence is the sum of its
-- plays (warehouse page 11, 5). Zones are seen from the team of the sequence, players are
-- those of its own events. A play lies in one zone.
-- grain: one row per play
-- analyze: yes
with
members as (
    select
        r.game_id,
        r.sequence_no,
        r.play_no,
        r.event_order,
        e.event_index,
        e.period,
        e.side,
        q.side as team,
        e.home_zone,
        e.elapsed_start,
        e.elapsed_end,
        b.successful,
        c.event_type,
        c.is_goal,
        c.is_shot,
        c.is_zone_entry,
        c.is_zone_exit,
        c.is_pass,
        c.is_turnover,
        c.is_giveaway,
        c.is_takeaway
    from base_event_run as r
    inner join base_event_flag as e on e.game_id = r.game_id and e.event_order = r.event_order
    inner join base_event as b on b.game_id = r.game_id and b.event_order = r.event_order
    inner join base_event_code as c on c.code_no = e.code_no
    inner join base_sequence as q on q.game_id = r.game_id and q.sequence_no = r.sequence_no
),

plays as (
    select
        game_id,
        sequence_no,
        play_no,
        min(period) as period,
        min(event_order) as first_order,
        max(event_order) as last_order,
        count(*) as event_count,
        min(elapsed_start) as elapsed_start,
        max(elapsed_end) as elapsed_end,
        case min(team)
            when 'home' then max(home_zone)
            else mirrored_zone(max(home_zone))
        end as zone,
        string_agg(event_type, ',' order by event_order) as event_types,
        count(*) filter (where is_goal) as goal_count,
        count(*) filter (where is_shot) as shot_count,
        count(*) filter (where is_zone_entry) as zone_entry_count,
        count(*) filter (where is_zone_exit) as zone_exit_count,
        count(*) filter (where is_pass) as pass_count,
        count(*) filter (where is_pass and successful = 's') as pass_success_count,
        count(*) filter (where is_turnover) as turnover_count,
        count(*) filter (where is_giveaway) as giveaway_count,
        count(*) filter (where is_takeaway) as takeaway_count
    from members
    group by game_id, sequence_no, play_no
),

players as (
    select
        m.game_id,
        m.play_no,
        array_agg(distinct p.player_id order by p.player_id) as player_ids
    from members as m
    inner join base_event_player as p
        on p.game_id = m.game_id and p.event_index = m.event_index
    where p.kind = 'event' and m.side = m.team and p.player_id is not null
    group by m.game_id, m.play_no
)

select
    s.*,
    p.player_ids
from plays as s
left join players as p on p.game_id = s.game_id and p.play_no = s.play_no
order by s.game_id, s.play_no
