-- The one row that says what is published.
-- $1 data_version
-- $2 id of the run
-- $3 number of tables
-- $4 rows of all tables
-- $5 ids of the games
-- $6 fingerprint
-- $7 ids of the games left out
-- $8 ids of the games asked for, or null: all
insert into app.publication (
    data_version, run_id, published_at, tables, rows, games, fingerprint, left_out, asked
)
values (
    $1::text, $2::text, now(), $3::integer, $4::bigint, $5::integer[], $6::text, $7::integer[],
    coalesce($8::integer[], '{}')
)
on conflict (only_one) do update set
    data_version = excluded.data_version,
    run_id = excluded.run_id,
    published_at = excluded.published_at,
    tables = excluded.tables,
    rows = excluded.rows,
    games = excluded.games,
    fingerprint = excluded.fingerprint,
    left_out = excluded.left_out,
    asked = excluded.asked
