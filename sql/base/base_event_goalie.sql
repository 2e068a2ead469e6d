-- base_event_goalie: whose save, rebound, shot or goal against an event is (page 31, 2): the first
-- row of the defending side whose player is a goalie of the game for it, else the player in slot G
-- of that side. Nobody's if the line-up is known and the slot is empty.
-- grain: one row per event with a goalie
-- by: game
-- analyze: event_no
with
faced as (
    select
        event_no,
        game_id,
        shift_id,
        case when is_save or is_rebound then side else other_side(side) end as side
    from base_stat_event
    where side is not null and (is_save or is_rebound or is_shot or is_goal)
),
named as (
    select distinct on (faced.event_no) faced.event_no, player.player_id
    from faced
    join base_event_player as player
        on player.event_no = faced.event_no and player.side = faced.side
    join base_goalie_of_game as goalie
        on goalie.game_id = player.game_id
        and goalie.player_id = player.player_id
        and goalie.side = player.side
    order by faced.event_no, player.n
),
netted as (
    select
        shift_id,
        side,
        case side when 'home' then home_goalie else away_goalie end as jersey,
        case side when 'home' then home_goalie_id else away_goalie_id end as player_id
    from base_lineup
    cross join (values ('home'), ('away')) as of (side)
    where shift_id is not null
)
select
    faced.event_no,
    faced.game_id,
    faced.side,
    coalesce(named.player_id, netted.player_id) as player_id
from faced
left join named on named.event_no = faced.event_no
left join netted on netted.shift_id = faced.shift_id and netted.side = faced.side
where (faced.shift_id is null or netted.jersey is not null)
    and coalesce(named.player_id, netted.player_id) is not null
