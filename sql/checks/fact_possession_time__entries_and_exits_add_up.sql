-- fact_possession_time__entries_and_exits_add_up: the players of a game have its entries and exits
-- whose player is known.
select e.game_id, e.entries, p.entries as entries_of_players, e.exits, p.exits as exits_of_players
from (
    select
        e.game_id,
        sum(e.is_zone_entry) filter (where p.player_id is not null) as entries,
        sum(e.is_zone_exit) filter (where p.player_id is not null) as exits
    from fact_events as e
    inner join fact_event_players as p
        on p.event_id = e.event_id and p.player_role = 'event_player_1'
    where e.period <= 4
    group by e.game_id
) as e
left join (
    select game_id, sum(zone_entries) as entries, sum(zone_exits) as exits
    from fact_possession_time
    group by game_id
) as p on p.game_id = e.game_id
where coalesce(e.entries, 0) <> coalesce(p.entries, 0)
    or coalesce(e.exits, 0) <> coalesce(p.exits, 0)
