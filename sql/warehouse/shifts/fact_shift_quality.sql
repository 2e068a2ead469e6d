-- fact_shift_quality: how good a shift was for a skater: its length is that of his whole logical
-- shift, its result that of his side.
-- doc: warehouse page 20, 4
-- grain: one row per row of fact_shift_players outside the net whose player is known
-- key: shift_quality_key
-- by: game
with
scored as (
    select
        *,
        shift_points(logical_shift_duration, pm, cf - ca) as quality_score
    from fact_shift_players
    where player_id is not null and position <> 'G' and period between 1 and 4
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
order by
    game_id, period, shift_start_total_seconds desc, shift_index, venue desc,
    array_position('{F1,F2,F3,D1,D2,X,G}', position)
