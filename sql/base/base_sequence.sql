-- base_sequence: the possession sequences as the rows of their events need them. start_no: the
-- event that it begins with.
-- grain: one row per sequence
-- by: game
-- analyze: start_no
select
    sequence_start_no as start_no,
    min(event_order) as first_order,
    max(event_order) as last_order,
    count(*)::integer as event_count,
    max(clock) - min(clock) as duration,
    (count(*) filter (where is_sog))::integer as sog_count,
    (count(*) filter (where is_goal))::integer as goal_count
from base_event_flag
where sequence_start_no is not null
group by sequence_start_no
