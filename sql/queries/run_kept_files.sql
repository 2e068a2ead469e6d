-- The files of the games that a run of mode single keeps: path, and the row of raw.file that
-- holds the published version, null when raw lost it.
-- $1 ids of the games that are built anew
select path, max(file_id)::text as file_id
from app.published_file
cross join app.publication
left join raw.file as file using (path, sha256)
where published_file.game_id = any (games)
    and published_file.game_id <> all ($1::integer[])
group by path
order by path
