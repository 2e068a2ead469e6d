-- base_lineup_player: who is on the ice in a shift (page 20, 3): a player, or number, that stands
-- in two slots of one side counts in the first one in the order F1 F2 F3 D1 D2 X G.
-- place: order of the slots. start_elapsed, end_elapsed: game seconds played; NULL where the length
-- of a period is unknown.
-- grain: one row per shift and player
-- by: game
-- analyze: game_id, shift_index, player_id, position
with
shift as (
    select
        game_id, shift_index, shift_id, base_lineup.period, start_clock, end_clock,
        start_elapsed + length - start_clock as start_elapsed,
        start_elapsed + length - end_clock as end_elapsed
    from base_lineup
    join base_period using (game_id, period)
    where shift_id is not null
)
select
    shift.game_id,
    shift_index,
    shift_id,
    period,
    side,
    position,
    place,
    jersey,
    player_id,
    start_clock,
    end_clock,
    start_elapsed,
    end_elapsed,
    start_clock - end_clock as shift_duration,
    current_skill_rating as rating
from shift
join base_lineup_slot as slot using (game_id, shift_index)
left join dim_player using (player_id)
where not repeated
