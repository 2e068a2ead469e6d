-- What /api/status says about the league: jobs that run and wait, the published
-- version (null: none yet).
select
    (select count(*) from app.job as j where j.status = 'running') as jobs_running,
    (select count(*) from app.job as j where j.status = 'pending') as jobs_pending,
    (select p.data_version from app.publication as p) as data_version
