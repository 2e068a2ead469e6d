/*
 * csvfile: libcsv fed 64 KiB at a time.
 */
#include "io/csvfile.h"

#include <csv.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/arena.h"
#include "core/buf.h"
#include "core/utf8.h"
#include "io/sheet_book.h"
#include "io/sheet_cell.h"

#define CHUNK (64 * 1024)

struct csvfile {
	const struct sheet_reader *reader;
	struct arena *arena; /* header, slots */
	struct err *e;
	bool failed;
	int row; /* of the record that is read, from 1 */
	size_t column;
	const char *name[CSVFILE_MAX_COLUMNS];
	size_t columns;
	int slot[CSVFILE_MAX_COLUMNS];
	int slots;
	size_t *offset; /* by slot: place in text, plus 1 */
	const char **cell;
	struct buf text;
	bool filled;
};

static void
fail(struct csvfile *c, enum err_code code, const char *reason)
{
	if (!c->failed)
		(void)err_set(c->e, code, "row %d, column %zu: %s", c->row,
		    c->column + 1, reason);
	c->failed = true;
}

static void
add_header(struct csvfile *c, const char *text, size_t len)
{
	if (len > 0 && strcmp(text, "index") != 0)
		c->name[c->column] = arena_strndup(c->arena, text, len);
	c->columns = c->column + 1;
}

/* Is the field text that we can keep? */
static bool
check_field(struct csvfile *c, const char *text, size_t len)
{
	if (c->column >= CSVFILE_MAX_COLUMNS)
		fail(c, ERR_LIMIT, "more than 1024 columns");
	else if (c->row > SHEET_MAX_ROWS)
		fail(c, ERR_LIMIT, "more than 1048576 rows");
	else if (utf8_valid_length(text, len) != len)
		fail(c, ERR_INPUT, "the text is not UTF-8");
	else if (memchr(text, '\0', len) != NULL)
		fail(c, ERR_INPUT, "the text holds the character NUL");
	else if (sheet_text_too_long(text, len))
		fail(c, ERR_LIMIT, "the text is longer than 32767 characters");
	return (!c->failed);
}

static void
field(void *data, size_t len, void *arg)
{
	struct csvfile *c = arg;
	char *text;
	size_t began = c->text.len, n;
	int slot;

	if (c->failed || !check_field(c, data, len))
		return;
	slot = c->row == 1 || c->column >= c->columns ? -1 : c->slot[c->column];
	if (c->row == 1 || slot >= 0) {
		buf_append(&c->text, data, len);
		buf_char(&c->text, '\0');
		if (buf_check(&c->text, "a row", c->e) == -1) {
			c->failed = true;
			return;
		}
		text = c->text.data + began;
		n = sheet_cell_clean(&text, len);
		if (c->row == 1)
			add_header(c, text, n);
		else if (n > 0) {
			c->offset[slot] = (size_t)(text - c->text.data) + 1;
			c->filled = true;
		}
	}
	c->column++;
}

/* Headers that repeat an earlier one are dropped; they are few. */
static void
drop_repeated(struct csvfile *c, struct sheet_header *h)
{
	const char **repeated =
	    arena_alloc(c->arena, (c->columns + 1) * sizeof(*repeated));
	size_t i, j;

	for (i = 0; i < c->columns; i++) {
		for (j = 0; j < i && c->name[i] != NULL; j++) {
			if (c->name[j] == NULL ||
			    strcmp(c->name[i], c->name[j]) != 0)
				continue;
			if (h->repeats == 0 ||
			    strcmp(repeated[h->repeats - 1], c->name[i]) != 0)
				repeated[h->repeats++] = c->name[i];
			c->name[i] = NULL;
		}
	}
	h->repeated = repeated;
}

static void
finish_header(struct csvfile *c)
{
	struct sheet_header h;
	size_t i;

	memset(&h, 0, sizeof(h));
	drop_repeated(c, &h);
	h.name = c->name;
	h.columns = c->columns;
	for (i = 0; i < c->columns; i++)
		c->slot[i] = -1;
	c->slots = c->reader->columns(c->reader->arg, &h, c->slot, c->e);
	if (c->slots < 0) {
		c->slots = 0;
		c->failed = true;
	}
	c->offset =
	    arena_alloc(c->arena, ((size_t)c->slots + 1) * sizeof(*c->offset));
	c->cell =
	    arena_alloc(c->arena, ((size_t)c->slots + 1) * sizeof(*c->cell));
}

static void
record(int terminator, void *arg)
{
	struct csvfile *c = arg;
	int i;

	(void)terminator;
	if (c->failed)
		return;
	if (c->row == 1)
		finish_header(c);
	else if (c->filled) {
		for (i = 0; i < c->slots; i++) {
			c->cell[i] = c->offset[i] == 0
					 ? NULL
					 : c->text.data + c->offset[i] - 1;
			c->offset[i] = 0;
		}
		if (c->reader->row(c->reader->arg, c->row, c->cell, c->e) == -1)
			c->failed = true;
	}
	c->row++;
	c->column = 0;
	c->filled = false;
	c->text.len = 0;
}

/* From the descriptor into libcsv; the byte order mark is left out. */
static int
feed(struct csvfile *c, struct csv_parser *parser, int fd, struct err *e)
{
	static const char mark[] = "\xef\xbb\xbf";
	char chunk[CHUNK];
	const char *data;
	long bytes = 0;
	ssize_t n;

	while ((n = read(fd, chunk, sizeof(chunk))) != 0) {
		if (n == -1 && errno == EINTR)
			continue;
		if (n == -1)
			return (err_set_errno(e, ERR_INPUT, "read"));
		data = chunk;
		if (bytes == 0 && n >= 3 && memcmp(chunk, mark, 3) == 0)
			data += 3;
		bytes += n;
		if (bytes > CSVFILE_MAX_BYTES)
			return (
			    err_set(e, ERR_LIMIT, "it is larger than %ld MB",
				CSVFILE_MAX_BYTES / (1024 * 1024)));
		if (c->reader->stopped != NULL &&
		    c->reader->stopped(c->reader->arg))
			return (err_set(e, ERR_CANCELLED, "cancelled"));
		n -= data - chunk;
		if (csv_parse(parser, data, (size_t)n, field, record, c) !=
			(size_t)n ||
		    c->failed)
			break;
	}
	if (c->failed)
		return (-1);
	if (csv_error(parser) == CSV_SUCCESS &&
	    csv_fini(parser, field, record, c) == 0)
		return (c->failed ? -1 : 0);
	return (err_set(e, ERR_INPUT, "row %d: %s", c->row,
	    csv_error(parser) == CSV_EPARSE ? "a quote stands where none may"
					    : "out of memory"));
}

int
csvfile_read(int fd, const struct sheet_reader *reader, struct err *e)
{
	struct csv_parser parser;
	struct csvfile *c = calloc(1, sizeof(*c));
	int rc = -1;

	if (c == NULL || (c->arena = arena_new()) == NULL ||
	    csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0) {
		if (c != NULL)
			arena_free(c->arena);
		free(c);
		return (err_set(e, ERR_UNEXPECTED, "out of memory"));
	}
	c->reader = reader;
	c->e = e;
	c->row = 1;
	buf_init(&c->text, SHEET_MAX_ROW_TEXT);
	rc = feed(c, &parser, fd, e);
	if (rc == 0 && c->row == 1) {
		finish_header(c);
		rc = c->failed ? -1 : 0;
	}
	csv_free(&parser);
	buf_cleanup(&c->text);
	arena_free(c->arena);
	free(c);
	return (rc);
}
