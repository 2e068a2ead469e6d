-- What is known of a file after it has been read.
-- $1 file_id
-- $2 rows
-- $3 game_id, or null
update raw.file
set rows = $2::bigint, game_id = $3::integer
where file_id = $1::bigint
