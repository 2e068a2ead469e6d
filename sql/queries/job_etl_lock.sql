-- Tries to become the one who may run an ETL: t or f. Held by this connection.
select pg_try_advisory_lock(7381, 1) as held
