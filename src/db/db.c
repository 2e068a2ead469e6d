/*
 * db: PostgreSQL over synchronous libpq. The one place that opens connections
 * and that runs named queries; what a query means is its caller's business.
 */
#include "db/db.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/arena.h"
#include "db/sqlfile.h"

struct db_named {
	const char *name;
	const char *text;
};

/* Filled once at start, before there are threads; read-only afterwards. */
static struct arena *db_named_arena;
static struct db_named *db_named;
static size_t db_named_count;

/* What every connection of ours agrees on, whatever the server's defaults. */
static const char db_session[] = "set search_path = pg_catalog;"
				 "set client_encoding = 'UTF8';"
				 "set timezone = 'UTC';"
				 "set datestyle = 'ISO, MDY';"
				 "set intervalstyle = 'postgres';"
				 "set extra_float_digits = 1;"
				 "set standard_conforming_strings = on;"
				 "set client_min_messages = error";

static void
db_drop_notice(void *arg, const PGresult *res)
{
	(void)arg;
	(void)res;
}

/* SQLSTATE of PostgreSQL's appendix A: lock_timeout has passed. */
#define DB_LOCK_NOT_AVAILABLE "55P03"

/* The first line of a message of libpq, without what follows. */
static int
db_fail_line(const char *message, struct err *e)
{
	size_t len = strcspn(message, "\n");

	if (len == 0)
		return (err_set(e, ERR_DATABASE, "no answer from PostgreSQL"));
	return (err_set(e, ERR_DATABASE, "%.*s", (int)len, message));
}

int
db_fail(PGconn *conn, const PGresult *res, struct err *e)
{
	const char *text = NULL, *state = NULL;

	if (res != NULL) {
		text = PQresultErrorField(res, PG_DIAG_MESSAGE_PRIMARY);
		state = PQresultErrorField(res, PG_DIAG_SQLSTATE);
	}
	if (state != NULL && strcmp(state, DB_LOCK_NOT_AVAILABLE) == 0)
		return (err_set(e, ERR_BUSY, "%s", text));
	if (text != NULL)
		return (err_set(e, ERR_DATABASE, "%s", text));
	if (res != NULL && *PQresultErrorMessage(res) != '\0')
		return (db_fail_line(PQresultErrorMessage(res), e));
	return (db_fail_line(PQerrorMessage(conn), e));
}

/* libpq quotes parts of a string that it cannot parse; we must not. */
static int
db_conninfo_check(const char *conninfo, struct err *e)
{
	PQconninfoOption *options;
	char *message = NULL;

	options = PQconninfoParse(conninfo, &message);
	PQfreemem(message);
	if (options == NULL)
		return (err_set(e, ERR_DATABASE,
		    "the connection string is not one that libpq knows"));
	PQconninfoFree(options);
	return (0);
}

int
db_open(const char *conninfo, const char *purpose, PGconn **out, struct err *e)
{
	char application[64];
	/* A later word overrides an earlier one: ours around the caller's. */
	const char *const keywords[] = {
	    "connect_timeout", "dbname", "application_name", NULL};
	const char *const values[] = {"10", conninfo, application, NULL};
	PGconn *conn;

	*out = NULL;
	if (db_conninfo_check(conninfo, e) == -1)
		return (-1);
	(void)snprintf(
	    application, sizeof(application), "benchsight %s", purpose);
	conn = PQconnectdbParams(keywords, values, 1);
	if (PQstatus(conn) != CONNECTION_OK) {
		(void)db_fail(conn, NULL, e);
		PQfinish(conn);
		return (-1);
	}
	(void)PQsetNoticeReceiver(conn, db_drop_notice, NULL);
	if (db_script(conn, db_session, e) == -1) {
		PQfinish(conn);
		return (-1);
	}
	*out = conn;
	return (0);
}

void
db_close(PGconn *conn)
{
	PQfinish(conn);
}

bool
db_lost(PGconn *conn)
{
	return (PQstatus(conn) == CONNECTION_BAD);
}

void
db_cancel(PGconn *conn)
{
	PGcancel *cancel;
	char ignored[256];

	if ((cancel = PQgetCancel(conn)) == NULL)
		return;
	(void)PQcancel(cancel, ignored, sizeof(ignored));
	PQfreeCancel(cancel);
}

/* The names and texts live as long as the process, and their arena. */
int
db_queries_load(const char *dir, struct err *e)
{
	struct arena *a;
	const char **names, *text;
	struct db_named *rows;
	size_t i, n;

	if (db_named_arena != NULL)
		return (0);
	if ((a = arena_new()) == NULL)
		return (err_set(e, ERR_UNEXPECTED, "out of memory"));
	if (sqlfile_list(a, dir, ".sql", &names, &n, e) == -1)
		goto fail;
	rows = arena_alloc(a, (n + 1) * sizeof(*rows));
	for (i = 0; i < n; i++) {
		if (sqlfile_read(a, arena_printf(a, "%s/%s", dir, names[i]),
			&text, e) == -1)
			goto fail;
		rows[i].name = sqlfile_stem(a, names[i]);
		rows[i].text = sqlfile_body(text);
	}
	db_named_arena = a;
	db_named = rows;
	db_named_count = n;
	return (0);
fail:
	arena_free(a);
	return (-1);
}

const char *
db_query(const char *name)
{
	size_t i;

	for (i = 0; i < db_named_count; i++) {
		if (strcmp(db_named[i].name, name) == 0)
			return (db_named[i].text);
	}
	(void)fprintf(stderr, "there is no query %s\n", name);
	abort();
}

/* Runs one named query; wants TUPLES_OK or, for none, COMMAND_OK. */
static PGresult *
db_run(PGconn *conn, const char *name, int n, const char *const *values,
    struct err *e)
{
	PGresult *res;
	ExecStatusType status;

	res =
	    PQexecParams(conn, db_query(name), n, NULL, values, NULL, NULL, 0);
	status = PQresultStatus(res);
	if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK)
		return (res);
	(void)db_fail(conn, res, e);
	PQclear(res);
	return (NULL);
}

int
db_none(PGconn *conn, const char *name, int n, const char *const *values,
    struct err *e)
{
	PGresult *res;

	if ((res = db_run(conn, name, n, values, e)) == NULL)
		return (-1);
	PQclear(res);
	return (0);
}

int
db_one(PGconn *conn, const char *name, int n, const char *const *values,
    PGresult **out, struct err *e)
{
	int rows;

	*out = NULL;
	if (db_rows(conn, name, n, values, out, e) == -1)
		return (-1);
	if ((rows = PQntuples(*out)) == 1)
		return (0);
	PQclear(*out);
	*out = NULL;
	return (err_set(e, rows == 0 ? ERR_NOT_FOUND : ERR_UNEXPECTED,
	    "query %s gave %d rows, not one", name, rows));
}

int
db_rows(PGconn *conn, const char *name, int n, const char *const *values,
    PGresult **out, struct err *e)
{
	*out = db_run(conn, name, n, values, e);
	return (*out == NULL ? -1 : 0);
}

int
db_script(PGconn *conn, const char *sql, struct err *e)
{
	PGresult *res;
	ExecStatusType status;

	res = PQexec(conn, sql);
	status = PQresultStatus(res);
	if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK &&
	    status != PGRES_EMPTY_QUERY) {
		(void)db_fail(conn, res, e);
		PQclear(res);
		return (-1);
	}
	PQclear(res);
	return (0);
}

void
db_quote_name(struct buf *out, const char *name)
{
	buf_char(out, '"');
	for (; *name != '\0'; name++) {
		if (*name == '"')
			buf_char(out, '"');
		buf_char(out, *name);
	}
	buf_char(out, '"');
}

void
db_quote_text(struct buf *out, const char *text)
{
	buf_char(out, '\'');
	for (; *text != '\0'; text++) {
		if (*text == '\'')
			buf_char(out, '\'');
		buf_char(out, *text);
	}
	buf_char(out, '\'');
}

void
db_copy_field(struct buf *out, const char *value)
{
	size_t plain;

	if (value == NULL) {
		buf_text(out, "\\N");
		return;
	}
	for (;;) {
		plain = strcspn(value, "\\\n\r\t");
		buf_append(out, value, plain);
		value += plain;
		if (*value == '\0')
			return;
		buf_char(out, '\\');
		buf_char(out, *value == '\n'   ? 'n'
			      : *value == '\r' ? 'r'
			      : *value == '\t' ? 't'
					       : '\\');
		value++;
	}
}
