-- Notes how the tables of a publication stand.
-- $1 names
-- $2 rows of each
-- $3 bytes of the CSV file of each
with gone as (delete from app.published_table where name <> all ($1::text[]))
insert into app.published_table (name, rows, bytes)
select * from unnest($1::text[], $2::bigint[], $3::bigint[])
on conflict (name) do update set rows = excluded.rows, bytes = excluded.bytes
