-- base_lineup_ice: the skaters that the sides have on the ice in a line-up: their ratings, and
-- their ice time when it starts. Goalies and players who are not known do not count.
-- The ice times hold where is_overlapped is false.
-- grain: one row per line-up that is a shift
-- by: game
-- analyze: game_id, shift_index, is_overlapped
with
ordered as (
    select
        game_id,
        shift_index,
        shift_no,
        start_elapsed,
        home_skater_nos,
        home_rating_sum,
        home_rating_count,
        away_skater_nos,
        away_rating_sum,
        away_rating_count,
        coalesce(
            lead(start_clock) over by_start > end_clock
            or min(end_clock) over (
                partition by game_id, period order by start_clock desc, shift_index
                rows between unbounded preceding and 1 preceding
            ) < start_clock,
            false
        ) as is_overlapped
    from base_lineup
    where shift_id is not null
    window by_start as (partition by game_id, period order by start_clock desc, shift_index)
),

-- Nobody's interval goes on where a line-up starts that overlaps no other one: his ice time is the
-- sum of those before.
skaters as (
    select
        side_no,
        sum(running_toi - shift_duration) as toi_sum,
        min(running_toi - shift_duration) as toi_min,
        max(running_toi - shift_duration) as toi_max
    from base_lineup_player
    where player_no is not null and position <> 'G' and start_elapsed is not null
    group by side_no
)

select
    l.game_id,
    l.shift_index,
    l.is_overlapped,
    l.start_elapsed,
    nullif(cardinality(l.home_skater_nos), 0) as home_count,
    home.toi_sum as home_toi_sum,
    home.toi_min as home_toi_min,
    home.toi_max as home_toi_max,
    l.home_rating_sum::double precision / nullif(l.home_rating_count, 0) as home_avg_rating,
    nullif(cardinality(l.away_skater_nos), 0) as away_count,
    away.toi_sum as away_toi_sum,
    away.toi_min as away_toi_min,
    away.toi_max as away_toi_max,
    l.away_rating_sum::double precision / nullif(l.away_rating_count, 0) as away_avg_rating
from ordered as l
left join skaters as home on home.side_no = l.shift_no * 2
left join skaters as away on away.side_no = l.shift_no * 2 + 1
