-- What a run was asked to do; in its build schema.
-- $1 mode
-- $2 ids of the games asked for, or null: all
-- $3 ids of the games left out
-- $4 whether personal columns are kept
insert into run_parameter (mode, game_ids, exclude_game_ids, started_at, export_pii)
values ($1::text, $2::integer[], $3::integer[], now(), $4::boolean)
