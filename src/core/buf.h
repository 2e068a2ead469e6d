/*
 * buf: bytes that grow up to a ceiling. An append over the ceiling (or out of
 * memory) empties the buffer and marks it failed; later appends do nothing,
 * so a caller checks once at the end. data is NUL-terminated when not NULL.
 */
#ifndef CORE_BUF_H
#define CORE_BUF_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "err.h"

/* The ceilings: one named list. */
#define BUF_MAX_LINE (16UL * 1024)	  /* a log line, a path, a key */
#define BUF_MAX_JSON (64UL * 1024 * 1024) /* an answer */
#define BUF_MAX_SQL (4UL * 1024 * 1024)	  /* a statement */
#define BUF_MAX_FILE (64UL * 1024 * 1024) /* a file read whole */
#define BUF_MAX_CELL (1UL * 1024 * 1024)  /* a cell of a sheet */
#define BUF_MAX_COPY (1UL * 1024 * 1024)  /* rows on their way to COPY */

struct buf {
	char *data; /* owned; NULL while empty */
	size_t len;
	size_t cap;
	size_t max; /* ceiling in bytes */
	bool failed;
};

void buf_init(struct buf *b, size_t max);
void buf_cleanup(struct buf *b);

/* Forgets the content and the failure, keeps the memory. */
void buf_reset(struct buf *b);

void buf_append(struct buf *b, const void *data, size_t len);
void buf_text(struct buf *b, const char *text);
void buf_char(struct buf *b, char c);
void buf_printf(struct buf *b, const char *fmt, ...) ERR_PRINTF(2, 3);
void buf_vprintf(struct buf *b, const char *fmt, va_list ap) ERR_PRINTF(2, 0);

/* 0, or -1 with ERR_LIMIT when an append has failed. what names the thing. */
int buf_check(const struct buf *b, const char *what, struct err *e) ERR_CHECKED;

/* The content as a string, "" while empty. Valid until the next change. */
const char *buf_string(const struct buf *b);

#endif
