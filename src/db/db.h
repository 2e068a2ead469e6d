/*
 * db: PostgreSQL over synchronous libpq: connections, named queries with an
 * expected shape, COPY, cancel. For tasks and the command line; the handlers
 * of the server use Kore's asynchronous pgsql with the same named queries.
 * A connection belongs to one thread at a time.
 */
#ifndef DB_DB_H
#define DB_DB_H

#include <libpq-fe.h>
#include <stdbool.h>

#include "core/buf.h"
#include "core/err.h"

/*
 * Opens a connection and fixes what all of ours share: UTF8, UTC, search_path
 * pg_catalog, application_name `benchsight {purpose}`, standard-conforming
 * strings, notices dropped. -1 with ERR_DATABASE; the text never holds the
 * connection string. The caller closes it with db_close.
 */
int db_open(const char *conninfo, const char *purpose, PGconn **out,
    struct err *e) ERR_CHECKED;
void db_close(PGconn *conn);

/*
 * The text of sql/queries/{name}.sql, loaded once by db_queries_load from a
 * directory; NULL is never returned: an unknown name is a programmer's
 * mistake and ends the process.
 */
int db_queries_load(const char *dir, struct err *e) ERR_CHECKED;
const char *db_query(const char *name);

/*
 * Run a named query with n text parameters (NULL: null). db_none wants no
 * rows back, db_one exactly one row, db_rows any number. The result of db_one
 * and db_rows belongs to the caller (PQclear). On an error the text is
 * `{message}`, code ERR_DATABASE; db_one without a row gives ERR_NOT_FOUND.
 */
int db_none(PGconn *conn, const char *name, int n, const char *const *values,
    struct err *e) ERR_CHECKED;
int db_one(PGconn *conn, const char *name, int n, const char *const *values,
    PGresult **out, struct err *e) ERR_CHECKED;
int db_rows(PGconn *conn, const char *name, int n, const char *const *values,
    PGresult **out, struct err *e) ERR_CHECKED;

/*
 * Runs SQL text of our own files (migrations, warehouse statements): several
 * statements are one transaction unless they say otherwise.
 */
int db_script(PGconn *conn, const char *sql, struct err *e) ERR_CHECKED;

/* The one quoting function: appends a name as a quoted SQL identifier. */
void db_quote_name(struct buf *out, const char *name);

/*
 * Appends a text of our own files (a comment, a path) as an SQL literal, where
 * a statement takes no parameters. Values of users are parameters, always.
 */
void db_quote_text(struct buf *out, const char *text);

/* Appends a value as one field of a COPY text row (NULL: \N). */
void db_copy_field(struct buf *out, const char *value);

/*
 * Fills e from the connection or the result; returns -1. ERR_DATABASE, or
 * ERR_BUSY when a lock was not to be had within lock_timeout.
 */
int db_fail(PGconn *conn, const PGresult *res, struct err *e);

/* Asks the server to stop what this connection runs; returns at once. */
void db_cancel(PGconn *conn);

/* True once the server is gone for this connection. */
bool db_lost(PGconn *conn);

#endif
