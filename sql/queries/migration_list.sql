-- The files that have been applied.
select name from app.migration order by name
