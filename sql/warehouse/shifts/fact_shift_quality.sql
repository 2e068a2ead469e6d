-- fact_shift_quality: how good a shift was for a skater: its length is that of his whole logical
-- shift, its result that of his side.
-- doc: warehouse page 20, 4
-- grain: one row per row of fact_shift_players outside the net whose player is known
-- key: shift_quality_key
-- by: game
with
scored as (
    select
        s.game_id,
        player_id,
        s.shift_index,
        s.shift_duration,
        s.period,
        strength,
        slot_no,
        shift_points(logical_duration, pm, cf - ca) as quality_score
    from base_lineup_player as p
    join base_shift_side as s using (side_no)
    where player_id is not null and position <> 'G' and s.period between 1 and 4
    order by slot_no
)
select
    'SQ_' || game_id || '_' || player_id || '_' || shift_index as shift_quality_key,
    game_id,
    player_id,
    shift_index,
    shift_duration,
    period,
    quality_score,
    case
        when quality_score >= 80 then 'elite'
        when quality_score >= 60 then 'good'
        when quality_score >= 40 then 'average'
        when quality_score >= 20 then 'poor'
        else 'bad'
    end as shift_quality,
    strength
from scored
order by slot_no
