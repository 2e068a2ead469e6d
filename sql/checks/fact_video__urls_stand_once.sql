-- fact_video__urls_stand_once: no URL stands twice in a game, and every video has one.
select game_id, video_url, count(*) as videos
from fact_video
group by game_id, video_url
having count(*) > 1 or video_url is null
