-- fact_player_qoc_summary: ratings of the opponents and of the team-mates of a player, goalies
-- too, weighted by his seconds on the ice (warehouse page 20, 4).
-- grain: one row per game and player
-- key: qoc_key
-- by: game
with
shift as (
    select
        *,
        row_number() over (
            partition by game_id, player_id
            order by period, shift_start_total_seconds desc, shift_index
        ) as place
    from fact_shift_players
    where player_id is not null and period between 1 and 4
),
weighted as (
    select
        game_id,
        player_id,
        sum(opp_avg_rating * shift_duration order by place)
            / nullif(sum(shift_duration) filter (where opp_avg_rating is not null), 0)
            as avg_opp_rating,
        sum(qot_rating * shift_duration order by place)
            / nullif(sum(shift_duration) filter (where qot_rating is not null), 0)
            as avg_own_rating,
        count(*)::integer as shifts_tracked
    from shift
    group by game_id, player_id
)
select
    player_id || '_' || game_id as qoc_key,
    game_id,
    player_id,
    avg_opp_rating,
    avg_own_rating,
    avg_own_rating - avg_opp_rating as rating_diff,
    shifts_tracked,
    started_at as _export_timestamp
from weighted
cross join run_parameter
order by game_id, player_id
