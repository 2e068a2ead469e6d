-- Lets the next ETL run.
select pg_advisory_unlock(7381, 1) as released
