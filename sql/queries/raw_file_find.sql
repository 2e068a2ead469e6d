-- A file that was read before, by its content. No row: it has to be read.
-- $1 path
-- $2 hash
-- $3 version of the reader
select file_id, rows
from raw.file
where path = $1::text and sha256 = $2::text and reader = $3::integer
