-- Lets go of migration_lock.
select pg_advisory_unlock(hashtext('benchsight migration'))
