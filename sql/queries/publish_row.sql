-- The one row that says what is published.
-- $1 data_version
-- $2 id of the run
-- $3 number of tables
-- $4 rows of all tables
-- $5 ids of the games
insert into app.publication (data_version, run_id, published_at, tables, rows, games)
values ($1::text, $2::text, now(), $3::integer, $4::bigint, $5::integer[])
on conflict (only_one) do update set
    data_version = excluded.data_version,
    run_id = excluded.run_id,
    published_at = excluded.published_at,
    tables = excluded.tables,
    rows = excluded.rows,
    games = excluded.games
