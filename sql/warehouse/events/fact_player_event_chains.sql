-- fact_player_event_chains: in how many event chains and events a player took part in a game.
-- doc: warehouse page 11, 7
-- grain: one row per player and game with a linked row
-- key: player_chain_key
-- by: game
-- order: player_id, game_id
select
    c.player_id,
    c.game_id,
    count(distinct c.chain_key)::integer as chains_involved,
    count(distinct c.event_id)::integer as events_in_chains,
    c.player_id || '_' || c.game_id::text as player_chain_key,
    u.started_at as _export_timestamp
from fact_event_chains as c
cross join run_parameter as u
where c.player_id is not null
group by c.player_id, c.game_id, u.started_at
order by c.player_id collate "C", c.game_id
