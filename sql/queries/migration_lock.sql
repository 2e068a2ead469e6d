-- One program migrates a database at a time: a session lock, held to migration_unlock.
select pg_advisory_lock(hashtext('benchsight migration'))
