-- Leaves run_file only the files of the league and of the games that are built.
-- $1 ids of the games
update run_input set built = false where kind <> 'league' and game_id <> all ($1::integer[])
