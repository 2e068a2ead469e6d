/*
 * migrate: applies sql/migrations/NNN_*.sql, each once, in order, each in one
 * transaction, under an advisory lock: two servers may start together.
 */
#ifndef DB_MIGRATE_H
#define DB_MIGRATE_H

#include <libpq-fe.h>

#include "core/err.h"

/*
 * Applies what app.migration does not name yet; applied gets how many. Needs
 * db_queries_load. -1 with ERR_DATABASE `{file}: {message}`: that file changed
 * nothing, those before it stay. Refuses a server older than PostgreSQL 15.
 */
int migrate_run(
    PGconn *conn, const char *dir, int *applied, struct err *e) ERR_CHECKED;

#endif
