-- fact_event_chains: the players' rows of every event chain, numbered. A chain starts with a
-- period, with a face-off and after more than five seconds of nothing.
-- doc: warehouse page 11, 7
-- grain: one row per row of fact_event_players, in its order
-- key: chain_key, sequence_position
-- by: game
select
    e.game_id::text || '_' || e.chain_no::text as chain_key,
    e.game_id,
    e.chain_no as chain_id,
    natural_key('EV', e.game_id, e.event_index) as event_id,
    c.event_type,
    c.event_detail,
    p.player_id,
    (row_number() over (
        partition by e.game_id, e.chain_no order by e.event_no, p.kind, p.n
    ) - 1)::integer as sequence_position,
    u.started_at as _export_timestamp
from base_event_flag as e
inner join base_event_code as c on c.code_no = e.code_no
inner join base_event_player as p on p.event_no = e.event_no
cross join run_parameter as u
order by e.game_id, e.chain_no, e.event_no, p.kind, p.n
