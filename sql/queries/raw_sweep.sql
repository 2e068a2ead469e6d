-- Deletes raw rows of files that neither the publication nor this run reads.
-- $1 ids of the run's files
select app.raw_sweep($1::bigint[])
