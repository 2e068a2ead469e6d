/*
 * raw_rows: COPY in pieces of 1 MiB.
 */
#include "etl/raw_rows.h"

#include <string.h>

#include "db/db.h"

/* Sent at 1 MiB; a row may be large: its cells are bounded by the readers. */
#define CEILING (64UL * 1024 * 1024)

void
raw_rows_init(struct raw_rows *r, PGconn *conn, const char *file_id,
    const char *table, const char *const *columns, size_t n)
{
	size_t i;

	memset(r, 0, sizeof(*r));
	r->conn = conn;
	r->file_id = file_id;
	buf_init(&r->buf, CEILING);
	buf_init(&r->statement, BUF_MAX_SQL);
	buf_text(&r->statement, "copy raw.");
	db_quote_name(&r->statement, table);
	buf_text(&r->statement, " (file_id");
	for (i = 0; i < n; i++) {
		buf_text(&r->statement, ", ");
		db_quote_name(&r->statement, columns[i]);
	}
	buf_text(&r->statement, ") from stdin");
}

void
raw_rows_cleanup(struct raw_rows *r)
{
	buf_cleanup(&r->statement);
	buf_cleanup(&r->buf);
}

void
raw_rows_begin(struct raw_rows *r)
{
	buf_text(&r->buf, r->file_id);
}

void
raw_rows_text(struct raw_rows *r, const char *text)
{
	buf_char(&r->buf, '\t');
	db_copy_field(&r->buf, text);
}

void
raw_rows_integer(struct raw_rows *r, int64_t n)
{
	buf_printf(&r->buf, "\t%lld", (long long)n);
}

int
raw_rows_end(struct raw_rows *r, struct err *e)
{
	buf_char(&r->buf, '\n');
	r->rows++;
	if (buf_check(&r->buf, "a row", e) == -1)
		return (-1);
	return (r->buf.len < BUF_MAX_COPY ? 0 : raw_rows_flush(r, e));
}

/* The data of a COPY that has begun, and its end. */
static int
send_all(struct raw_rows *r)
{
	const char *data = r->buf.data;
	size_t left = r->buf.len, n;

	while (left > 0) {
		n = left < BUF_MAX_COPY ? left : BUF_MAX_COPY;
		if (PQputCopyData(r->conn, data, (int)n) != 1)
			return (-1);
		data += n;
		left -= n;
	}
	return (PQputCopyEnd(r->conn, NULL) == 1 ? 0 : -1);
}

int
raw_rows_flush(struct raw_rows *r, struct err *e)
{
	PGresult *res;
	int rc = 0;

	if (r->buf.len == 0)
		return (0);
	res = PQexec(r->conn, buf_string(&r->statement));
	if (PQresultStatus(res) != PGRES_COPY_IN) {
		rc = db_fail(r->conn, res, e);
		PQclear(res);
		return (rc);
	}
	PQclear(res);
	if (send_all(r) == -1)
		rc = db_fail(r->conn, NULL, e);
	while ((res = PQgetResult(r->conn)) != NULL) {
		if (rc == 0 && PQresultStatus(res) != PGRES_COMMAND_OK)
			rc = db_fail(r->conn, res, e);
		PQclear(res);
	}
	buf_reset(&r->buf);
	return (rc);
}
