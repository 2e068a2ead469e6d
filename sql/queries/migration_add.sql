-- Notes a file as applied, in the transaction of its statements.
-- $1::text name of the file
insert into app.migration (name) values ($1)
