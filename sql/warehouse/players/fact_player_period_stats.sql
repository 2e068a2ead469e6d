-- fact_player_period_stats: what a player did in a period of a game, goalies too. Ice time of all
-- slots; NULL in a game without shifts.
-- doc: warehouse page 30, 5
-- grain: one row per player, game and period
-- key: player_period_key
-- by: game
-- order: player_period_key
with
ice as (
    select game_id, player_id, period, whole_seconds(sum(seconds)) as toi_seconds
    from base_player_slot
    where period between 1 and 4
    group by game_id, player_id, period
)
select
    player_id || '_' || game_id || '_' || period as player_period_key,
    game_id,
    player_id,
    period,
    coalesce(goals, 0) as goals,
    coalesce(shots, 0) as shots,
    coalesce(passes, 0) as passes,
    case when base_recorded.shifts then coalesce(toi_seconds, 0) end as toi_seconds,
    started_at as _export_timestamp
from (select * from base_player_period where period between 1 and 4) as acted
full join ice using (game_id, player_id, period)
join base_recorded using (game_id)
cross join run_parameter
order by player_period_key
