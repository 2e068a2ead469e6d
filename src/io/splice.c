/*
 * splice: a merge of two sorted sequences of records, or, when nothing goes
 * and all that comes is later, only the second one.
 */
#include "io/splice.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define SPLICE_CHUNK (256UL * 1024)
#define SPLICE_TAIL (1024L * 1024) /* where the last record is looked for */

/* A cell as it stands in its record. */
struct splice_cell {
	const char *text;
	size_t len;
};

/* Of a cell that is read byte by byte: before, in, behind its quotes. */
enum splice_quote { SPLICE_BARE, SPLICE_OPEN, SPLICE_CLOSED };

static int
splice_fail(const char *path, struct err *e)
{
	return (err_set_errno(e, ERR_UNEXPECTED, "%s", path));
}

/* Cell number `column` of a record. */
static struct splice_cell
splice_cell(const char *record, size_t len, size_t column)
{
	const char *end = record + len, *from = record, *c;
	bool quoted = false;

	if (len > 0 && end[-1] == '\n')
		end--;
	for (c = record; c < end; c++) {
		if (*c == '"')
			quoted = !quoted;
		else if (*c == ',' && !quoted) {
			if (column-- == 0)
				break;
			from = c + 1;
		}
	}
	return ((struct splice_cell){from, (size_t)(c - from)});
}

/* The next byte of a cell's text, its quotes undone; -1 at its end. */
static int
splice_byte(struct splice_cell *cell, enum splice_quote *state)
{
	unsigned char c;

	while (cell->len > 0) {
		c = (unsigned char)*cell->text;
		cell->text++;
		cell->len--;
		if (c != '"')
			return (c);
		/* Of two quotes inside a quoted cell one is meant. */
		if (*state == SPLICE_CLOSED) {
			*state = SPLICE_OPEN;
			return (c);
		}
		*state = *state == SPLICE_BARE ? SPLICE_OPEN : SPLICE_CLOSED;
	}
	return (-1);
}

static int
splice_compare_text(struct splice_cell a, struct splice_cell b)
{
	enum splice_quote a_state = SPLICE_BARE, b_state = SPLICE_BARE;
	int x, y;

	do {
		x = splice_byte(&a, &a_state);
		y = splice_byte(&b, &b_state);
	} while (x == y && x != -1);
	return (x < y ? -1 : x > y);
}

static int
splice_compare(const struct splice_how *how, const char *a, size_t a_len,
    const char *b, size_t b_len)
{
	struct splice_cell x, y;
	int64_t m, n;
	size_t i;
	int rc = 0;

	for (i = 0; i < how->keys && rc == 0; i++) {
		x = splice_cell(a, a_len, how->key[i].column);
		y = splice_cell(b, b_len, how->key[i].column);
		if (x.len == 0 || y.len == 0)
			rc = (x.len == 0) - (y.len == 0);
		else if (how->key[i].number) {
			m = strtoll(x.text, NULL, 10);
			n = strtoll(y.text, NULL, 10);
			rc = m < n ? -1 : m > n;
		} else
			rc = splice_compare_text(x, y);
	}
	return (rc);
}

static int
splice_compare_id(const void *a, const void *b)
{
	const int *x = a, *y = b;

	return (*x < *y ? -1 : *x > *y);
}

/* Is the old record one of a game whose rows go? */
static bool
splice_gone(const struct splice *s)
{
	const struct splice_how *how = s->how;
	struct splice_cell cell;
	int id;

	if (how->gone_count == 0)
		return (false);
	cell = splice_cell(s->line, s->len, how->game_column);
	id = cell.len == 0 ? 0 : (int)strtol(cell.text, NULL, 10);
	return (bsearch(&id, how->gone, how->gone_count, sizeof(id),
		    splice_compare_id) != NULL);
}

static size_t
splice_quotes(const char *text, size_t len)
{
	size_t i, n = 0;

	for (i = 0; i < len; i++)
		n += text[i] == '"';
	return (n);
}

/* Reads a line of the old file behind what is at hand; 0 at its end. */
static ssize_t
splice_line(struct splice *s, char **line, size_t *cap, struct err *e)
{
	ssize_t n = getdelim(line, cap, '\n', s->old);

	if (n == -1 && ferror(s->old))
		return (splice_fail(s->how->old_path, e));
	return (n == -1 ? 0 : n);
}

/* The next record of the old file, of a line or, with quoted ones, more. */
static int
splice_next(struct splice *s, struct err *e)
{
	char *line = NULL, *grown;
	size_t cap = 0, quotes;
	ssize_t n;

	if ((n = splice_line(s, &s->line, &s->cap, e)) == -1)
		return (-1);
	s->len = (size_t)n;
	quotes = splice_quotes(s->line, s->len);
	while (n > 0 && quotes % 2 == 1) {
		if ((n = splice_line(s, &line, &cap, e)) <= 0)
			break;
		if (s->len + (size_t)n > s->cap) {
			grown = realloc(s->line, s->len + (size_t)n);
			if (grown == NULL) {
				n = err_set(e, ERR_UNEXPECTED, "out of memory");
				break;
			}
			s->line = grown;
			s->cap = s->len + (size_t)n;
		}
		memcpy(s->line + s->len, line, (size_t)n);
		s->len += (size_t)n;
		quotes += splice_quotes(line, (size_t)n);
	}
	free(line);
	return (n == -1 ? -1 : 0);
}

static int
splice_write(struct splice *s, const char *data, size_t len, struct err *e)
{
	if (fwrite(data, 1, len, s->new) != len)
		return (splice_fail(s->how->path, e));
	return (0);
}

static int
splice_create(struct splice *s, const char *path, enum splice_result result,
    struct err *e)
{
	if ((s->new = fopen(path, "we")) == NULL)
		return (splice_fail(path, e));
	(void)setvbuf(s->new, NULL, _IOFBF, SPLICE_CHUNK);
	s->result = result;
	return (0);
}

/* The new file begins: its header, and the first old row at hand. */
static int
splice_merge(struct splice *s, struct err *e)
{
	if (splice_create(s, s->how->path, SPLICE_NEW, e) == -1 ||
	    splice_write(s, s->line, s->len, e) == -1)
		return (-1);
	return (splice_next(s, e));
}

/* Old rows that stand before a row, or all that are left; NULL: these. */
static int
splice_old_rows(struct splice *s, const char *row, size_t len, struct err *e)
{
	while (s->len > 0) {
		if (!splice_gone(s)) {
			if (row != NULL && splice_compare(s->how, s->line,
					       s->len, row, len) > 0)
				return (0);
			if (splice_write(s, s->line, s->len, e) == -1)
				return (-1);
		}
		if (splice_next(s, e) == -1)
			return (-1);
	}
	return (0);
}

/*
 * Where the last record of a file begins that ends with `tail`; -1 when it is
 * longer. Before a line's end inside a cell stands an odd number of quotes.
 */
static long
splice_last(const char *tail, long len)
{
	size_t quotes = 0;
	long i;

	for (i = len - 1; i > 0; i--) {
		if (tail[i - 1] == '\n' && quotes % 2 == 0)
			return (i);
		quotes += tail[i - 1] == '"';
	}
	return (-1);
}

/* Does the old file end before a row? *size is the old file's. */
static int
splice_is_last(struct splice *s, const char *row, size_t len, long *size,
    bool *last, struct err *e)
{
	long from, at, n, here = ftell(s->old);
	char *tail = NULL;
	int rc = -1;

	if (here == -1 || fseek(s->old, 0, SEEK_END) == -1 ||
	    (*size = ftell(s->old)) == -1)
		goto out;
	from = *size > SPLICE_TAIL ? *size - SPLICE_TAIL : 0;
	n = *size - from;
	if ((tail = malloc((size_t)n + 1)) == NULL ||
	    fseek(s->old, from, SEEK_SET) == -1 ||
	    fread(tail, 1, (size_t)n, s->old) != (size_t)n ||
	    fseek(s->old, here, SEEK_SET) == -1)
		goto out;
	tail[n] = '\0';
	at = splice_last(tail, n);
	/* Without a row before it, it is the header. */
	*last =
	    here == *size || (at != -1 && splice_compare(s->how, tail + at,
					      (size_t)(n - at), row, len) < 0);
	rc = 0;
out:
	free(tail);
	return (rc == 0 ? 0 : splice_fail(s->how->old_path, e));
}

/* With the first row it shows whether the rows can be appended. */
static int
splice_begin(struct splice *s, const char *row, size_t len, struct err *e)
{
	char path[PATH_MAX];
	bool last = false;
	long size = 0;

	if (s->how->gone_count == 0 &&
	    splice_is_last(s, row, len, &size, &last, e) == -1)
		return (-1);
	if (!last)
		return (splice_merge(s, e));
	if (snprintf(path, sizeof(path), "%s+%ld", s->how->path, size) >=
	    (int)sizeof(path))
		return (
		    err_set(e, ERR_LIMIT, "%s: too long a path", s->how->path));
	s->len = 0;
	return (splice_create(s, path, SPLICE_MORE, e));
}

int
splice_open(struct splice *s, const struct splice_how *how, struct err *e)
{
	memset(s, 0, sizeof(*s));
	s->how = how;
	if ((s->old = fopen(how->old_path, "re")) == NULL)
		return (splice_fail(how->old_path, e));
	(void)setvbuf(s->old, NULL, _IOFBF, SPLICE_CHUNK);
	return (splice_next(s, e));
}

int
splice_row(struct splice *s, const char *row, size_t len, struct err *e)
{
	if (!s->header) {
		s->header = true;
		if (s->len != len || memcmp(s->line, row, len) != 0)
			return (err_set(e, ERR_UNEXPECTED, "%s: other columns",
			    s->how->old_path));
		return (0);
	}
	if (s->new == NULL && splice_begin(s, row, len, e) == -1)
		return (-1);
	if (splice_old_rows(s, row, len, e) == -1)
		return (-1);
	return (splice_write(s, row, len, e));
}

int
splice_end(struct splice *s, struct err *e)
{
	FILE *new;

	if (s->new == NULL && s->how->gone_count > 0 &&
	    splice_merge(s, e) == -1)
		return (-1);
	if (s->result == SPLICE_NEW && splice_old_rows(s, NULL, 0, e) == -1)
		return (-1);
	new = s->new;
	s->new = NULL;
	if (new != NULL && fclose(new) != 0)
		return (splice_fail(s->how->path, e));
	return (0);
}

void
splice_close(struct splice *s)
{
	if (s->old != NULL)
		(void)fclose(s->old);
	if (s->new != NULL)
		(void)fclose(s->new);
	free(s->line);
	s->old = s->new = NULL;
	s->line = NULL;
}
