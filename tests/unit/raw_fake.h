/*
 * raw_fake: stands in for raw_rows.c and extract_file.c, so that the readers
 * of input files are tested without a database. The definitions here are
 * linked instead of the library's. Rows are written down as
 * `table row|field|…`, fields by their column: `column=value`, none if NULL.
 */
#ifndef TESTS_RAW_FAKE_H
#define TESTS_RAW_FAKE_H

#include <stdio.h>
#include <string.h>

#include "book.h"
#include "etl/extract_file.h"
#include "etl/raw_rows.h"

struct raw_noted {
	struct buf text;
	size_t column; /* place in the list of names */
};
static struct raw_noted raw_noted;
static int raw_fails_at = -1; /* the row that is refused */
static int raw_ended;

void
raw_rows_init(struct raw_rows *r, PGconn *conn, const char *file_id,
    const char *table, const char *const *columns, size_t n)
{
	size_t i;

	(void)conn;
	memset(r, 0, sizeof(*r));
	r->file_id = file_id;
	buf_init(&r->buf, BUF_MAX_SQL);
	buf_init(&r->statement, BUF_MAX_SQL);
	buf_text(&r->statement, table);
	for (i = 0; i < n; i++)
		buf_printf(&r->statement, ",%s", columns[i]);
	buf_char(&r->statement, ',');
}

void
raw_rows_cleanup(struct raw_rows *r)
{
	buf_cleanup(&r->buf);
	buf_cleanup(&r->statement);
}

void
raw_rows_begin(struct raw_rows *r)
{
	buf_printf(&raw_noted.text, "%.*s",
	    (int)strcspn(r->statement.data, ","), r->statement.data);
	raw_noted.column = strcspn(r->statement.data, ",") + 1;
}

void
raw_rows_text(struct raw_rows *r, const char *text)
{
	const char *name = r->statement.data + raw_noted.column;
	size_t len = strcspn(name, ",");

	ck_assert_uint_gt(len, 0);
	raw_noted.column += len + 1;
	if (text != NULL)
		buf_printf(&raw_noted.text, " %.*s=%s", (int)len, name, text);
}

void
raw_rows_integer(struct raw_rows *r, int64_t n)
{
	char text[24];

	(void)snprintf(text, sizeof(text), "%lld", (long long)n);
	raw_rows_text(r, text);
}

int
raw_rows_end(struct raw_rows *r, struct err *e)
{
	ck_assert_uint_eq(raw_noted.column, r->statement.len);
	buf_char(&raw_noted.text, '\n');
	r->rows++;
	if (raw_ended++ == raw_fails_at)
		return (err_set(e, ERR_DATABASE, "the database is away"));
	return (0);
}

int
raw_rows_flush(struct raw_rows *r, struct err *e)
{
	(void)r;
	(void)e;
	return (0);
}

int
extract_add_finding(struct extract_file *f,
    const struct extract_finding *finding, struct err *e)
{
	(void)f;
	(void)e;
	buf_printf(&raw_noted.text, "finding %s\n", finding->message);
	return (0);
}

int
extract_add_sheet(struct extract_file *f, const char *sheet,
    const struct sheet_header *h, struct err *e)
{
	(void)f;
	(void)h;
	(void)e;
	buf_printf(&raw_noted.text, "sheet %s\n", sheet);
	return (0);
}

int
extract_add_tracking(
    struct extract_file *f, const char *const values[8], struct err *e)
{
	size_t i;

	(void)f;
	(void)e;
	buf_text(&raw_noted.text, "tracking");
	for (i = 0; i < 8; i++)
		buf_printf(&raw_noted.text, " %s",
		    values[i] == NULL ? "-" : values[i]);
	buf_char(&raw_noted.text, '\n');
	return (0);
}

static inline bool
raw_never_stopped(void *arg)
{
	(void)arg;
	return (false);
}

static inline bool
raw_always_stopped(void *arg)
{
	(void)arg;
	return (true);
}

/* A file for a reader; what it does is in raw_noted from now on. */
static inline struct extract_file
raw_file(int fd, const struct input_file *in)
{
	struct extract_file f = {.in = in,
	    .fd = fd,
	    .game_id = in->game_id,
	    .stopped = raw_never_stopped};

	buf_cleanup(&raw_noted.text);
	buf_init(&raw_noted.text, BUF_MAX_SQL);
	raw_fails_at = -1;
	raw_ended = 0;
	return (f);
}

/* A descriptor that reads this text. */
static inline int
raw_text(const char *text)
{
	char path[64];
	int fd;

	book_path(path);
	fd = open(path, O_RDWR);
	(void)unlink(path);
	ck_assert_int_eq(write(fd, text, strlen(text)), (ssize_t)strlen(text));
	ck_assert_int_eq(lseek(fd, 0, SEEK_SET), 0);
	return (fd);
}

#endif
