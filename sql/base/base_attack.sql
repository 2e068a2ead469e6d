-- base_attack: how the recorded frame of a game lies (page 40, 8). from_corner: the origin is a
-- corner of the rink. home_right: home attacks +x in period 1, 3, 4 and 5.
-- Events in an end zone vote with the end that the puck was recorded in; five votes, two
-- thirds of them agreeing, decide. Else the input's own flag does, without one home attacks +x.
-- votes_right, votes_left: for home attacking +x or −x in period 1. flag: null if there is none.
-- grain: one row per game with points
-- by: game
-- analyze: game_id
with
framed as (
    select game_id, min(least(x, y)) >= 0 and (max(x) > 100 or max(y) > 42.5) as from_corner
    from base_point_recorded
    where path in ('puck', 'player')
    group by game_id
),
first_point as (
    select event_no, game_id, x from base_point_recorded where path = 'puck' and x_before is null
),
event as (
    select event_no, period, side, zone
    from base_event
    where side is not null and zone in ('o', 'd')
),
vote as (
    select
        game_id,
        -- the event's team attacks +x; away and period 2 turn that round
        ((across > 0) = (zone = 'o')) = ((side = 'home') = (period <> 2)) as is_right
    from first_point
    join framed using (game_id)
    join event using (event_no)
    cross join lateral (
        select x - case when from_corner then 100 else 0 end as across
    ) as centred
    where abs(across) > 25
),
counted as (
    select
        game_id,
        count(*) filter (where is_right) as votes_right,
        count(*) filter (where not is_right) as votes_left
    from vote
    group by game_id
),
flagged as (
    select game_id, text_boolean(home_attacks_right_p1) <> swapped as flag
    from base_game
    join raw.tracking using (file_id)
),
decided as (
    select
        game_id,
        from_corner,
        coalesce(votes_right, 0) as votes_right,
        coalesce(votes_left, 0) as votes_left,
        flag,
        case
            when votes_right + votes_left < 5 then null
            when 3 * votes_right >= 2 * (votes_right + votes_left) then true
            when 3 * votes_left >= 2 * (votes_right + votes_left) then false
        end as voted
    from framed
    left join counted using (game_id)
    left join flagged using (game_id)
)
select
    game_id,
    from_corner,
    votes_right,
    votes_left,
    coalesce(voted, flag, true) as home_right,
    voted is not null and flag is not null and voted <> flag
        or coalesce(voted, flag) is null as doubtful
from decided
