-- fact_event_chains: the players' rows of every event chain, numbered. A chain starts with a
-- period, with a face-off and after more than five seconds of nothing.
-- doc: warehouse page 11, 7
-- grain: one row per row of fact_event_players, in its order
-- key: chain_key, sequence_position
-- by: game
with
-- place: one number that sorts events and, in an event, roles
placed as (
    select
        e.game_id,
        e.chain_no,
        e.event_index,
        c.event_type,
        c.event_detail,
        p.player_id,
        e.game_id::bigint * 100000 + e.chain_no as chain,
        e.event_no * 16 + case p.kind when 'event' then 0 else 8 end + p.n as place
    from base_event_flag as e
    inner join base_event_code as c on c.code_no = e.code_no
    inner join base_event_player as p on p.event_no = e.event_no
)
select
    e.game_id::text || '_' || e.chain_no::text as chain_key,
    e.game_id,
    e.chain_no as chain_id,
    natural_key('EV', e.game_id, e.event_index) as event_id,
    e.event_type,
    e.event_detail,
    e.player_id,
    (row_number() over (partition by chain order by place) - 1)::integer as sequence_position,
    u.started_at as _export_timestamp
from placed as e
cross join run_parameter as u
order by chain, place
