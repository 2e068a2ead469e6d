-- fact_event_chains: the players' rows of every event chain, numbered. A chain starts with a
-- period, with a face-off and after more than five seconds of nothing.
-- doc: warehouse page 11, 7
-- grain: one row per row of fact_event_players, in its order
-- key: chain_key, sequence_position
-- by: game
with
placed as (
    select
        e.event_chain_key,
        e.game_id,
        e.chain_no,
        e.event_no,
        e.event_id,
        e.event_type,
        e.event_detail,
        p.place,
        p.player_id
    from base_event_player as p
    inner join base_event_full as e on e.event_no = p.event_no
)

select
    event_chain_key as chain_key,
    game_id,
    chain_no as chain_id,
    event_id,
    event_type,
    event_detail,
    player_id,
    (row_number() over (partition by game_id, chain_no order by event_no, place) - 1)::integer
        as sequence_position,
    (select started_at from run_parameter) as _export_timestamp
from placed
order by game_id, chain_no, event_no, place
