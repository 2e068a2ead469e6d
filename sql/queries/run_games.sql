-- The games of the tables when a run is published; in its build schema.
-- $1 ids of the games that it builds, or null: all
select coalesce(array_agg(game_id order by game_id), '{}')::text as games
from (
    select game_id from base_game
    union
    select unnest(games)
    from app.publication
    where $1::integer[] is not null
    except
    (
        select unnest($1::integer[])
        except
        select game_id from base_game
    )
) as game
