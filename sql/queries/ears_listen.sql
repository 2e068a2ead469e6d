-- Tells this connection of every change of a job: the payload is its job_id.
listen app_job
