-- fact_player_micro_stats__has_who_acted: everybody with a role on an event of periods 1 to 4 has
-- one row, nobody else.
with
acted as (
    select distinct game_id, player_id
    from fact_event_players
    where player_id is not null and period <= 4
)
select game_id, player_id
from acted
full join fact_player_micro_stats as micro using (game_id, player_id)
where micro.player_id is null
    or not exists (
        select
        from acted as one
        where one.game_id = micro.game_id and one.player_id = micro.player_id
    )
