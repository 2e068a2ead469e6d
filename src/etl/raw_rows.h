/*
 * raw_rows: rows on their way into one table of the schema raw: COPY text in
 * a buffer, sent whenever it is full. Several may take rows by turns on one
 * connection. Belongs to the thread of the connection.
 */
#ifndef ETL_RAW_ROWS_H
#define ETL_RAW_ROWS_H

#include <libpq-fe.h>
#include <stdint.h>

#include "core/buf.h"
#include "core/err.h"

struct raw_rows {
	PGconn *conn;
	struct buf statement; /* COPY … */
	struct buf buf;	      /* complete rows, and the one being made */
	const char *file_id;  /* first field of each row */
	int64_t rows;
};

/*
 * For rows (file_id, columns…) of raw.{table}; columns are n names. file_id
 * must live as long. Nothing is sent yet.
 */
void raw_rows_init(struct raw_rows *r, PGconn *conn, const char *file_id,
    const char *table, const char *const *columns, size_t n);
void raw_rows_cleanup(struct raw_rows *r);

/* One row: begin, its fields in order, end. end sends when there is enough. */
void raw_rows_begin(struct raw_rows *r);
void raw_rows_text(struct raw_rows *r, const char *text); /* NULL: null */
void raw_rows_integer(struct raw_rows *r, int64_t n);
int raw_rows_end(struct raw_rows *r, struct err *e) ERR_CHECKED;

/* Sends what is left. */
int raw_rows_flush(struct raw_rows *r, struct err *e) ERR_CHECKED;

#endif
