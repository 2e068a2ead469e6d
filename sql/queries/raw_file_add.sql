-- A file that is about to be read. One row: file_id.
-- $1 path
-- $2 kind
-- $3 game_id, or null
-- $4 hash
-- $5 size in bytes
-- $6 version of the reader
insert into raw.file (path, kind, game_id, sha256, size_bytes, reader)
values ($1::text, $2::text, $3::integer, $4::text, $5::bigint, $6::integer)
returning file_id
