-- A job as the answer to its trigger shows it: once taken it is running and has just
-- started, whatever it reached since. No row: no such job.
-- $1 job_id
select
    j.status,
    case when j.started_at is null then app.job_json(j)
    else app.job_json(json_populate_record(j, '{
        "status": "running",
        "completed_at": null,
        "cancelled_at": null,
        "progress": 0,
        "current_step": "Starting ETL...",
        "result": null,
        "errors": [],
        "warnings": 0,
        "tables_created": 0,
        "tables_uploaded": 0,
        "rows_uploaded": 0
    }')) end as job
from app.job as j
where j.job_id = $1::text
