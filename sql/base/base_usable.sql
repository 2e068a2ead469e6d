-- base_usable: how many events of a game have a type other than a break's, a period and a
-- clock (page 10, 2): with fewer than ten the game is not built.
-- grain: one row per game with rows that are read
-- by: game
select
    game_id,
    count(*) filter (
        where type_typed is not null
            and not is_break_type(coalesce(code, type_typed))
            and not bad_period
            and start_typed is not null
    )::integer as events
from base_event_cell
left join base_code on dimension = 'event_type' and typed = type_typed
group by game_id
