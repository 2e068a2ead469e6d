-- fact_video: the videos of a game and where its periods start in them. The first row of a URL
-- makes it, later ones fill what it leaves open: those of the video workbook, then those of the
-- file that the game is built from. The period starts of a save belong to its youtubeUrl, without
-- one to its only video.
-- doc: warehouse page 40, 7
-- grain: one row per game and URL
-- key: video_key
-- by: game
with
listed as (
    select game.game_id, 1 as source, video.*
    from base_game as game
    join run_file as file on file.game_id = game.game_id and file.kind = 'video'
    join raw.video as video on video.file_id = file.file_id
    union all
    select game.game_id, 2, video.*
    from base_game as game
    join raw.video as video on video.file_id = game.file_id
),
timed as (
    select
        file_id,
        case
            when bool_or(member = 'youtubeUrl') then 'youtubeUrl'
            when min(url) = max(url) then 'videos'
        end as member
    from listed
    where member is not null
    group by file_id
),
found as (
    select
        game_id,
        url,
        row_number() over (
            partition by game_id order by source, listed.member = 'youtubeUrl', row
        ) as place,
        text_integer(number) as number,
        whole_part(duration_seconds) as duration_seconds,
        whole_part(case when timed.member is null then period_1_start else video_1 end)
            as period_1_start,
        whole_part(case when timed.member is null then period_2_start else video_2 end)
            as period_2_start,
        whole_part(case when timed.member is null then period_3_start else video_3 end)
            as period_3_start
    from listed
    left join timed on timed.file_id = listed.file_id and timed.member = listed.member
    left join raw.tracking as tracking on tracking.file_id = timed.file_id
),
video as (
    select
        game_id,
        url,
        min(place) as place,
        (array_agg(number order by place) filter (where number is not null))[1] as number,
        (array_agg(duration_seconds order by place)
            filter (where duration_seconds is not null))[1] as duration_seconds,
        (array_agg(period_1_start order by place)
            filter (where period_1_start is not null))[1] as period_1_start,
        (array_agg(period_2_start order by place)
            filter (where period_2_start is not null))[1] as period_2_start,
        (array_agg(period_3_start order by place)
            filter (where period_3_start is not null))[1] as period_3_start
    from found
    group by game_id, url
),

-- A number that an earlier video of the game has is none.
numbered as (
    select
        *,
        number is not null
            and row_number() over (partition by game_id, number order by place) = 1 as has_number
    from video
)
select
    'V' || game_id || 1000 + case
        when has_number then number
        else coalesce(max(number) over of_game, 0)
            + row_number() over (partition by game_id, has_number order by place)
    end as video_key,
    game_id,
    url as video_url,
    duration_seconds,
    period_1_start,
    period_2_start,
    period_3_start,
    started_at as _export_timestamp
from numbered
cross join run_parameter
window of_game as (partition by game_id)
order by game_id, place
