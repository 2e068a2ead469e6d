-- The files that raw holds, by path and content, in the order in which they are searched.
-- $1 version of the reader
select path, sha256, file_id, rows
from raw.file
where reader = $1::integer
order by path collate "C", sha256 collate "C"
