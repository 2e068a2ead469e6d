-- base_player_slot: how often and how long a player stood in the slots of forwards (F, X too),
-- defenders (D) and goalies (G). All periods.
-- grain: one row per game, player, period and kind of slot
-- by: game
select
    player_no,
    min(game_id) as game_id,
    min(player_id) as player_id,
    min(side) as side,
    period,
    slot,
    count(*)::integer as shifts,
    sum(shift_duration) as seconds
from (
    select
        *,
        case when position = 'G' then 'G' when position in ('D1', 'D2') then 'D' else 'F' end
            as slot
    from base_lineup_player
    where player_no is not null
) as shift
group by player_no, period, slot
