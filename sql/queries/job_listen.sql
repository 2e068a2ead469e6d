-- Wakes this connection when a job is queued or ends.
listen app_queue
