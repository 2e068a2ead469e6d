-- The tables that a publication has replaced.
-- $1 name of the build schema that was
select tablename from pg_tables where schemaname = $1::text || '_old' order by tablename
