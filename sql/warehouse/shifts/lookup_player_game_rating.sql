-- lookup_player_game_rating: ratings of the two sides around a player in a game, himself in his
-- own, weighted by his seconds on the ice (warehouse page 20, 4).
-- grain: one row per game and player
-- key: lookup_key
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
        sum(team_avg_rating * shift_duration order by place)
            / nullif(sum(shift_duration) filter (where team_avg_rating is not null), 0)
            as avg_rating
    from shift
    group by game_id, player_id
)
select
    game_id,
    player_id,
    avg_rating,
    avg_opp_rating,
    player_id || '_' || game_id as lookup_key,
    started_at as _export_timestamp
from weighted
join fact_player_qoc_summary using (game_id, player_id)
cross join run_parameter
order by game_id, player_id
