-- fact_events__video_is_whole: video less elapsed time is the time of the breaks.
select event_id, running_video_time, event_running_start, running_intermission_duration
from fact_events
where abs(running_video_time - event_running_start - running_intermission_duration) > 1e-6
    or (running_video_time is null) <> (running_intermission_duration is null)
