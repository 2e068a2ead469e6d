-- The games that a run has built; in its build schema.
select coalesce(array_agg(game_id order by game_id), '{}')::text as games from base_game
