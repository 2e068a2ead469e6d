-- The tables of a schema, to be dropped one by one.
-- $1 name of the schema
select tablename from pg_tables where schemaname = $1::text order by tablename
