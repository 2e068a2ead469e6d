/*
 * splice: a merge of two sorted sequences of records, or, when nothing goes
 * and all that comes is later, only the second one.
 */
#include "io/splice.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SPLICE_CHUNK (256UL * 1024)
#define SPLICE_TAIL (1024L * 1024) /* where the last record is looked for */
#define SPLICE_FEW 8 /* games that are sought in many rows at once */

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

/* The game of a record; 0: none. */
static int
splice_game(const struct splice *s, const char *record, size_t len)
{
	struct splice_cell cell = splice_cell(record, len, s->how->game_column);

	return (cell.len == 0 ? 0 : (int)strtol(cell.text, NULL, 10));
}

/* Is the old record one of a game whose rows go? */
static bool
splice_gone(const struct splice *s)
{
	const struct splice_how *how = s->how;
	int id;

	if (how->gone_count == 0)
		return (false);
	id = splice_game(s, records_text(&s->old), s->old.len);
	return (bsearch(&id, how->gone, how->gone_count, sizeof(id),
		    splice_compare_id) != NULL);
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
	    splice_write(s, records_text(&s->old), s->old.len, e) == -1)
		return (-1);
	return (records_next(&s->old, e));
}

/*
 * May a row of a game that goes be among those ahead? Where the file is in the
 * order of games, the first and the last one tell; else its number appears.
 */
static bool
splice_may_go(
    const struct splice *s, int game, const struct records_ahead *ahead)
{
	const char *text = records_text(&s->old);
	char id[16];
	int last, n;

	if (s->how->keys > 0 && s->how->key[0].number &&
	    s->how->key[0].column == s->how->game_column) {
		last = splice_game(s, ahead->last, ahead->last_len);
		return (splice_game(s, text, s->old.len) <= game &&
			(last >= game || last == 0));
	}
	n = snprintf(id, sizeof(id), "%d", game);
	return (memmem(text, ahead->len, id, (size_t)n) != NULL);
}

/*
 * How many bytes of old rows that are in memory stay as they are and stand
 * before a row (NULL: before none); 0: they have to be looked at one by one.
 */
static size_t
splice_passing(const struct splice *s, const char *row, size_t len)
{
	struct records_ahead ahead;
	size_t i;

	if (s->tried == s->old.loads || s->how->gone_count > SPLICE_FEW)
		return (0);
	records_look(&s->old, &ahead);
	if (ahead.len == 0 ||
	    (row != NULL && splice_compare(s->how, ahead.last, ahead.last_len,
				row, len) > 0))
		return (0);
	for (i = 0; i < s->how->gone_count; i++) {
		if (splice_may_go(s, s->how->gone[i], &ahead))
			return (0);
	}
	return (ahead.len);
}

/* One old row, unless it stands behind a row: *behind. */
static int
splice_old_row(
    struct splice *s, const char *row, size_t len, bool *behind, struct err *e)
{
	const char *text = records_text(&s->old);

	*behind = false;
	if (!splice_gone(s)) {
		*behind = row != NULL && splice_compare(s->how, text,
					     s->old.len, row, len) > 0;
		if (*behind)
			return (0);
		if (splice_write(s, text, s->old.len, e) == -1)
			return (-1);
	}
	return (records_next(&s->old, e));
}

/* Old rows that stand before a row, or all that are left; NULL: these. */
static int
splice_old_rows(struct splice *s, const char *row, size_t len, struct err *e)
{
	bool behind = false;
	size_t pass;

	while (s->old.len > 0 && !behind) {
		if ((pass = splice_passing(s, row, len)) == 0) {
			s->tried = s->old.loads;
			if (splice_old_row(s, row, len, &behind, e) == -1)
				return (-1);
		} else if (splice_write(s, records_text(&s->old), pass, e) ==
			       -1 ||
			   records_pass(&s->old, pass, e) == -1)
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

/*
 * Does the old file, of which the header is at hand, end before a row? *size
 * is the old file's.
 */
static int
splice_is_last(struct splice *s, const char *row, size_t len, off_t *size,
    bool *last, struct err *e)
{
	char *tail = NULL;
	struct stat st;
	long at, n;
	int rc = -1;

	if (fstat(s->old.fd, &st) == -1)
		goto out;
	*size = st.st_size;
	n = *size < SPLICE_TAIL ? *size : SPLICE_TAIL;
	if ((tail = malloc((size_t)n + 1)) == NULL ||
	    pread(s->old.fd, tail, (size_t)n, *size - n) != n)
		goto out;
	tail[n] = '\0';
	at = splice_last(tail, n);
	/* Without a row before it, it is the header. */
	*last = (off_t)s->old.len == *size ||
		(at != -1 && splice_compare(s->how, tail + at, (size_t)(n - at),
				 row, len) < 0);
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
	off_t size = 0;

	if (s->how->gone_count == 0 &&
	    splice_is_last(s, row, len, &size, &last, e) == -1)
		return (-1);
	if (!last)
		return (splice_merge(s, e));
	if (snprintf(path, sizeof(path), "%s+%lld", s->how->path,
		(long long)size) >= (int)sizeof(path))
		return (
		    err_set(e, ERR_LIMIT, "%s: too long a path", s->how->path));
	s->old.len = 0;
	return (splice_create(s, path, SPLICE_MORE, e));
}

int
splice_open(struct splice *s, const struct splice_how *how, struct err *e)
{
	memset(s, 0, sizeof(*s));
	s->how = how;
	return (records_open(&s->old, how->old_path, e));
}

int
splice_row(struct splice *s, const char *row, size_t len, struct err *e)
{
	if (!s->header) {
		s->header = true;
		if (s->old.len != len ||
		    memcmp(records_text(&s->old), row, len) != 0)
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
	records_close(&s->old);
	if (s->new != NULL)
		(void)fclose(s->new);
	s->new = NULL;
}
