-- base_sequence: the possession sequences as the rows of their events need them.
-- grain: one row per sequence
-- by: game
-- analyze: yes
select
    r.game_id,
    r.sequence_no,
    min(r.sequence_start_no) as start_no,
    min(r.event_order) as first_order,
    max(r.event_order) as last_order,
    -- all its events with the puck are of one side
    max(e.side) filter (where e.is_puck) as side,
    count(*)::integer as event_count,
    max(e.clock) - min(e.clock) as duration,
    (count(*) filter (where e.is_sog))::integer as sog_count,
    (count(*) filter (where e.is_goal))::integer as goal_count
from base_event_run as r
inner join base_event_flag as e on e.event_no = r.event_no
where r.sequence_no is not null
group by r.game_id, r.sequence_no
