-- fact_player_event_chains: in how many event chains and events a player took part in a game.
-- doc: warehouse page 11, 7
-- grain: one row per player and game with a linked row
-- key: player_chain_key
-- by: game
-- order: player_id, game_id
select
    player_id,
    game_id,
    sum(chains)::integer as chains_involved,
    sum(events)::integer as events_in_chains,
    player_id || '_' || game_id as player_chain_key,
    started_at as _export_timestamp
from base_player_period
cross join run_parameter
group by player_id, game_id, started_at
order by player_id, game_id
