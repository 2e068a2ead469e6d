-- fact_player_event_chains: in how many event chains and events a player took part in a game.
-- doc: warehouse page 11, 7
-- grain: one row per player and game with a linked row
-- key: player_chain_key
-- by: game
-- order: player_id, game_id
with
-- Events in which he has an earlier role too.
repeated as (
    select game_id, player_id, count(*) as roles
    from (
        select distinct later.game_id, later.player_id, later.event_no, later.role
        from base_event_player as later
        join base_event_player as earlier
            on earlier.event_no = later.event_no
            and earlier.player_id = later.player_id
            and earlier.role < later.role
        where later.n > 1
    ) as role
    group by game_id, player_id
)
select
    player_id,
    game_id,
    sum(chains)::integer as chains_involved,
    (sum(home_roles + away_roles) - coalesce(max(repeated.roles), 0))::integer
        as events_in_chains,
    player_id || '_' || game_id as player_chain_key,
    started_at as _export_timestamp
from base_player_period
left join repeated using (game_id, player_id)
cross join run_parameter
group by player_id, game_id, started_at
order by player_id, game_id
