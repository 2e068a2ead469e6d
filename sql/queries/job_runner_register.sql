-- Gives this connection a runner's number and the lock that says it is alive.
select number, pg_try_advisory_lock(7382, number::integer) as held
from nextval('app.runner') as number
