-- Gives up an earlier reading of the same content, so that it is read again; raw_sweep deletes
-- its rows.
-- $1 path
-- $2 hash
-- $3 version of the reader
update raw.file
set sha256 = file_id::text, reader = 0
where path = $1::text and sha256 = $2::text and reader = $3::integer
