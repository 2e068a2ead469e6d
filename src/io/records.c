/*
 * records: a line's end ends a record where the quotes before it are even in
 * number.
 */
#include "io/records.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define RECORDS_BYTES                                                          \
	(1024UL * 1024) /* at a time; more for a longer record                 \
			 */

static size_t
records_quotes(const char *text, const char *end)
{
	size_t n = 0;

	while ((text = memchr(text, '"', (size_t)(end - text))) != NULL) {
		n++;
		text++;
	}
	return (n);
}

/* The length of the first record of a text; 0 if it does not end there. */
static size_t
records_first(const char *text, size_t len)
{
	const char *c = text, *end = text + len, *line;
	size_t quotes = 0;

	while ((line = memchr(c, '\n', (size_t)(end - c))) != NULL) {
		quotes += records_quotes(c, line);
		c = line + 1;
		if (quotes % 2 == 0)
			return ((size_t)(c - text));
	}
	return (0);
}

/* Reads more behind what is not passed yet. */
static int
records_load(struct records *r, struct err *e)
{
	char *larger;
	ssize_t n;

	if (r->at == 0 && r->end == r->cap) {
		if ((larger = realloc(r->buf, r->cap * 2 + 1)) == NULL)
			return (err_set(e, ERR_UNEXPECTED, "out of memory"));
		r->buf = larger;
		r->cap *= 2;
	}
	memmove(r->buf, r->buf + r->at, r->end - r->at);
	r->end -= r->at;
	r->at = 0;
	r->loads++;
	while (r->end < r->cap && !r->ended) {
		n = read(r->fd, r->buf + r->end, r->cap - r->end);
		if (n == -1)
			return (
			    err_set_errno(e, ERR_UNEXPECTED, "%s", r->path));
		r->ended = n == 0;
		r->end += (size_t)n;
	}
	r->buf[r->end] = '\0';
	return (0);
}

int
records_open(struct records *r, const char *path, struct err *e)
{
	memset(r, 0, sizeof(*r));
	if ((r->fd = open(path, O_RDONLY | O_CLOEXEC)) == -1)
		return (err_set_errno(e, ERR_UNEXPECTED, "%s", path));
	r->path = path;
	if ((r->buf = malloc(RECORDS_BYTES + 1)) == NULL)
		return (err_set(e, ERR_UNEXPECTED, "out of memory"));
	r->cap = RECORDS_BYTES;
	return (records_next(r, e));
}

void
records_close(struct records *r)
{
	if (r->path != NULL)
		(void)close(r->fd);
	free(r->buf);
	r->path = NULL;
	r->buf = NULL;
}

const char *
records_text(const struct records *r)
{
	return (r->buf + r->at);
}

int
records_next(struct records *r, struct err *e)
{
	return (records_pass(r, r->len, e));
}

int
records_pass(struct records *r, size_t len, struct err *e)
{
	r->at += len;
	for (;;) {
		r->len = records_first(r->buf + r->at, r->end - r->at);
		if (r->len == 0 && r->ended)
			r->len = r->end - r->at;
		if (r->len > 0 || r->ended)
			return (0);
		if (records_load(r, e) == -1)
			return (-1);
	}
}

/*
 * Where a text's last whole record begins, and its end; both 0 if there is
 * none. It is sought from behind; quotes: those before i.
 */
static void
records_tail(
    const char *text, size_t len, size_t quotes, size_t *from, size_t *end)
{
	size_t i;

	*from = *end = 0;
	for (i = len; i > 0; i--) {
		if (text[i - 1] == '\n' && quotes % 2 == 0) {
			if (*end != 0) {
				*from = i;
				return;
			}
			*end = i;
		}
		quotes -= text[i - 1] == '"';
	}
}

void
records_look(const struct records *r, struct records_ahead *out)
{
	const char *text = records_text(r), *end = r->buf + r->end;
	size_t from;

	records_tail(
	    text, r->end - r->at, records_quotes(text, end), &from, &out->len);
	out->last = text + from;
	out->last_len = out->len - from;
}
