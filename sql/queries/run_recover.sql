-- Build schemas of runs that have ended, however they ended; to be dropped.
select nspname from pg_namespace where nspname like 'build\_%' order by nspname
