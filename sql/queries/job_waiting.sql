-- Whether an ETL waits (etl), and whether a job of another kind does (other).
select
    coalesce(bool_or(j.kind = 'etl'), false) as etl,
    coalesce(bool_or(j.kind <> 'etl'), false) as other
from app.job as j
where j.status = 'pending'
