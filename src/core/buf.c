/*
 * buf: growing byte buffers with a ceiling.
 */
#include "buf.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BUF_FIRST 256

void
buf_init(struct buf *b, size_t max)
{
	memset(b, 0, sizeof(*b));
	b->max = max;
}

void
buf_cleanup(struct buf *b)
{
	free(b->data);
	b->data = NULL;
	b->len = b->cap = 0;
}

void
buf_reset(struct buf *b)
{
	b->len = 0;
	b->failed = false;
	if (b->data != NULL)
		b->data[0] = '\0';
}

static void
fail(struct buf *b)
{
	buf_cleanup(b);
	b->failed = true;
}

/* Makes room for more bytes and a NUL; false when that is not possible. */
static bool
reserve(struct buf *b, size_t more)
{
	size_t cap;
	char *data;

	if (b->failed)
		return (false);
	if (more > b->max || b->len > b->max - more) {
		fail(b);
		return (false);
	}
	if (b->len + more < b->cap)
		return (true);
	cap = b->cap == 0 ? BUF_FIRST : b->cap;
	while (cap <= b->len + more)
		cap *= 2;
	data = realloc(b->data, cap);
	if (data == NULL) {
		fail(b);
		return (false);
	}
	b->data = data;
	b->cap = cap;
	return (true);
}

void
buf_append(struct buf *b, const void *data, size_t len)
{
	if (!reserve(b, len))
		return;
	if (len > 0)
		memcpy(b->data + b->len, data, len);
	b->len += len;
	b->data[b->len] = '\0';
}

void
buf_text(struct buf *b, const char *text)
{
	buf_append(b, text, strlen(text));
}

void
buf_char(struct buf *b, char c)
{
	buf_append(b, &c, 1);
}

void
buf_vprintf(struct buf *b, const char *fmt, va_list ap)
{
	va_list again;
	int n;

	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	if (n < 0)
		fail(b);
	else if (reserve(b, (size_t)n)) {
		(void)vsnprintf(b->data + b->len, (size_t)n + 1, fmt, ap);
		b->len += (size_t)n;
	}
}

void
buf_printf(struct buf *b, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	buf_vprintf(b, fmt, ap);
	va_end(ap);
}

int
buf_check(const struct buf *b, const char *what, struct err *e)
{
	if (b->failed)
		return (err_set(
		    e, ERR_LIMIT, "%s is larger than %zu bytes", what, b->max));
	return (0);
}

const char *
buf_string(const struct buf *b)
{
	return (b->data == NULL ? "" : b->data);
}
