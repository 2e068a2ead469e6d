/*
 * migrate: numbered files to a schema, each once. There is no way back: a
 * migration is undone by a later one.
 */
#include "db/migrate.h"

#include <stdbool.h>
#include <string.h>

#include "core/arena.h"
#include "db/db.h"
#include "db/sqlfile.h"

#define MIGRATE_OLDEST 150000

/* One file and its row, in one transaction. */
static int
migrate_apply(PGconn *conn, const char *name, const char *sql, struct err *e)
{
	const char *values[] = {name};

	if (db_script(conn, "begin", e) == 0 && db_script(conn, sql, e) == 0 &&
	    db_none(conn, "migration_add", 1, values, e) == 0 &&
	    db_script(conn, "commit", e) == 0)
		return (0);
	PQclear(PQexec(conn, "rollback"));
	return (err_context(e, "%s", name));
}

static bool
migrate_done(const PGresult *done, const char *name)
{
	int i;

	for (i = 0; i < PQntuples(done); i++) {
		if (strcmp(PQgetvalue(done, i, 0), name) == 0)
			return (true);
	}
	return (false);
}

/* Under the lock: applies the files that have no row. */
static int
migrate_locked(PGconn *conn, const char *dir, int *applied, struct err *e)
{
	struct arena *a;
	PGresult *done = NULL;
	const char **names, *sql;
	size_t i, n;
	int rc = -1;

	if ((a = arena_new()) == NULL)
		return (err_set(e, ERR_UNEXPECTED, "out of memory"));
	if (sqlfile_list(a, dir, ".sql", &names, &n, e) == -1 ||
	    db_none(conn, "migration_prepare", 0, NULL, e) == -1 ||
	    db_rows(conn, "migration_list", 0, NULL, &done, e) == -1)
		goto out;
	for (i = 0; i < n; i++) {
		if (migrate_done(done, names[i]))
			continue;
		if (sqlfile_read(a, arena_printf(a, "%s/%s", dir, names[i]),
			&sql, e) == -1 ||
		    migrate_apply(conn, names[i], sql, e) == -1)
			goto out;
		(*applied)++;
	}
	rc = 0;
out:
	PQclear(done);
	arena_free(a);
	return (rc);
}

int
migrate_run(PGconn *conn, const char *dir, int *applied, struct err *e)
{
	PGresult *res = NULL;
	struct err ignored;
	int rc, version = PQserverVersion(conn);

	*applied = 0;
	if (version < MIGRATE_OLDEST)
		return (err_set(e, ERR_DATABASE,
		    "PostgreSQL %d is too old: 15 or newer is needed",
		    version / 10000));
	if (db_one(conn, "migration_lock", 0, NULL, &res, e) == -1)
		return (-1);
	PQclear(res);
	rc = migrate_locked(conn, dir, applied, e);
	res = NULL;
	if (db_rows(conn, "migration_unlock", 0, NULL, &res,
		rc == 0 ? e : &ignored) == -1)
		rc = -1;
	PQclear(res);
	return (rc);
}
