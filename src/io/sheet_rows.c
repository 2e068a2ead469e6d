/*
 * sheet_rows: the rows of one sheet. Where a workbook spends its time: cells
 * of columns that nobody wants cost a look-up of their column and nothing
 * else, the others no allocation.
 */
#include <stdlib.h>
#include <string.h>

#include "io/sheet_book.h"
#include "io/sheet_cell.h"
#include "io/sheet_part.h"

#define HEADER_ROW 1

enum cell_type {
	CELL_NUMBER,
	CELL_SHARED,
	CELL_BOOLEAN,
	CELL_TEXT, /* str, e, inlineStr */
	CELL_ISO
};

struct rows {
	struct sheet_part part; /* first: expat's handlers get this struct */
	const struct sheet_book *book;
	const struct sheet_reader *reader;
	struct arena *arena; /* the header */
	const char **header; /* by column, SHEET_MAX_COLUMNS of them */
	const char **all;    /* the same with those that are dropped */
	size_t columns;	     /* of the header */
	int *slot;	     /* by column; NULL until the header is complete */
	int slots;
	const char **cell; /* by slot */
	size_t *offset;	   /* by slot: place in text, plus 1; 0: not there */
	struct buf text;   /* of this row's cells */
	int row;	   /* number of this row, 0 before the first */
	int column;	   /* of this cell, from 0 */
	int next_column;
	bool inside; /* of <sheetData> */
	bool in_row;
	bool filled; /* a slot of this row */

	/* the cell that is read */
	bool wanted;
	enum cell_type type;
	unsigned long style;
	size_t began; /* its text in text */
	bool inline_text;
	int phonetic;
};

/* What a person calls the column: its header, else its letters. */
static const char *
column_name(const struct rows *r, char letters[8])
{
	int n = r->column + 1;
	char *p = letters + 7;

	if (r->row > HEADER_ROW && (size_t)r->column < r->columns &&
	    r->all[r->column] != NULL)
		return (r->all[r->column]);
	*p = '\0';
	for (; n > 0; n = (n - 1) / 26)
		*--p = (char)('A' + (n - 1) % 26);
	return (p);
}

static void
fail_cell(struct rows *r, enum err_code code, const char *reason)
{
	char letters[8];

	sheet_part_fail(&r->part, code, "row %d, column %.64s: %s", r->row,
	    column_name(r, letters), reason);
}

static void
fail_too_long(struct rows *r)
{
	fail_cell(r, ERR_LIMIT, "the text is longer than 32767 characters");
}

static void
fail_row_text(struct rows *r)
{
	fail_cell(r, ERR_LIMIT, "the texts of the row are larger than 16 MB");
	r->began = 0;
}

/* ---- the header */

/* Which columns repeat an earlier one: compares neighbours of a sorted list. */
static int
by_name(const void *a, const void *b)
{
	const char *const *x = *(const char *const *const *)a;
	const char *const *y = *(const char *const *const *)b;
	int order = strcmp(*x, *y);

	return (order != 0 ? order : (x > y) - (x < y));
}

static void
drop_repeated(struct rows *r, struct sheet_header *h)
{
	const char ***sorted, **repeated;
	const char *first = NULL;
	size_t i, n = 0;

	sorted = arena_alloc(r->arena, (r->columns + 1) * sizeof(*sorted));
	repeated = arena_alloc(r->arena, (r->columns + 1) * sizeof(*repeated));
	for (i = 0; i < r->columns; i++)
		if (r->header[i] != NULL)
			sorted[n++] = &r->header[i];
	qsort(sorted, n, sizeof(*sorted), by_name);
	for (i = 0; i < n; i++) {
		if (first == NULL || strcmp(first, *sorted[i]) != 0) {
			first = *sorted[i];
			continue;
		}
		if (h->repeats == 0 ||
		    strcmp(repeated[h->repeats - 1], first) != 0)
			repeated[h->repeats++] = first;
		*sorted[i] = NULL;
	}
	h->repeated = repeated;
}

/* The header is complete: the reader says which columns it wants. */
static void
finish_header(struct rows *r)
{
	struct sheet_header h;
	size_t i;

	memset(&h, 0, sizeof(h));
	r->all = arena_alloc(r->arena, (r->columns + 1) * sizeof(*r->all));
	r->slot = arena_alloc(r->arena, (r->columns + 1) * sizeof(*r->slot));
	for (i = 0; i < r->columns; i++) {
		r->slot[i] = -1;
		r->all[i] = r->header[i];
		if (r->header[i] != NULL && strcmp(r->header[i], "index") == 0)
			r->header[i] = NULL;
	}
	drop_repeated(r, &h);
	h.name = r->header;
	h.columns = r->columns;
	r->slots = r->reader->columns(r->reader->arg, &h, r->slot, r->part.e);
	if (r->slots < 0) {
		sheet_part_abort(&r->part);
		r->slots = 0;
		return;
	}
	r->cell =
	    arena_alloc(r->arena, ((size_t)r->slots + 1) * sizeof(*r->cell));
	r->offset =
	    arena_alloc(r->arena, ((size_t)r->slots + 1) * sizeof(*r->offset));
}

static void
add_header(struct rows *r, const char *text)
{
	if (text == NULL)
		return;
	r->header[r->column] = arena_strdup(r->arena, text);
	if ((size_t)r->column >= r->columns)
		r->columns = (size_t)r->column + 1;
}

/* ---- cells */

/* Column (from 0) of a reference such as AB12; -1: that is none. */
static int
column_of(const char *reference)
{
	int n = 0;

	for (; *reference >= 'A' && *reference <= 'Z'; reference++) {
		n = n * 26 + (*reference - 'A' + 1);
		if (n > SHEET_MAX_COLUMNS)
			return (-1);
	}
	return (n - 1);
}

static enum cell_type
type_of(const char *t)
{
	switch (*t) {
	case 's':
		return (t[1] == '\0' ? CELL_SHARED : CELL_TEXT);
	case 'b':
		return (CELL_BOOLEAN);
	case 'd':
		return (CELL_ISO);
	case 'n':
		return (CELL_NUMBER);
	default:
		return (CELL_TEXT);
	}
}

static bool
is_wanted(const struct rows *r)
{
	if (r->row == HEADER_ROW)
		return (true);
	return ((size_t)r->column < r->columns && r->slot[r->column] >= 0);
}

static void
start_cell(struct rows *r, const char **attributes)
{
	const char *type = NULL, *style = NULL;

	r->column = r->next_column;
	for (; attributes[0] != NULL; attributes += 2) {
		if (attributes[0][1] != '\0')
			continue;
		if (attributes[0][0] == 'r')
			r->column = column_of(attributes[1]);
		else if (attributes[0][0] == 't')
			type = attributes[1];
		else if (attributes[0][0] == 's')
			style = attributes[1];
	}
	if (r->column < 0 || r->column >= SHEET_MAX_COLUMNS) {
		sheet_part_fail(&r->part, ERR_LIMIT,
		    "row %d: a cell beyond column XFD", r->row);
		return;
	}
	r->next_column = r->column + 1;
	r->wanted = r->in_row && is_wanted(r);
	if (!r->wanted)
		return;
	r->type = type == NULL ? CELL_NUMBER : type_of(type);
	r->style = style == NULL ? 0 : strtoul(style, NULL, 10);
	r->began = r->text.len;
	r->phonetic = 0;
	r->inline_text = false;
}

static void XMLCALL
cell_text(void *arg, const XML_Char *text, int len)
{
	struct rows *r = arg;

	if (r->part.failed)
		return;
	if (r->text.len - r->began + (size_t)len > 4UL * SHEET_MAX_TEXT) {
		fail_too_long(r);
		return;
	}
	buf_append(&r->text, text, (size_t)len);
	if (r->text.failed)
		fail_row_text(r);
}

static const char *
shared_text(struct rows *r, const char *number)
{
	const struct sheet_strings *s = &r->book->strings;
	unsigned long n = 0;
	const char *p;

	for (p = number; *p >= '0' && *p <= '9' && n < UINT32_MAX; p++)
		n = n * 10 + (unsigned long)(*p - '0');
	if (*p != '\0' || p == number || n >= s->count) {
		fail_cell(
		    r, ERR_INPUT, "it refers to a text that is not there");
		return (NULL);
	}
	if (s->offset[n] == SHEET_STRING_TOO_LONG)
		fail_too_long(r);
	if (s->offset[n] >= SHEET_STRING_TOO_LONG)
		return (NULL);
	return (s->text.data + s->offset[n]);
}

/* A number, date or time in the place of what the file says. */
static char *
convert(struct rows *r, char *text)
{
	char out[SHEET_CELL_NUMBER];
	const struct sheet_styles *s = &r->book->styles;
	size_t len;

	if (r->type == CELL_ISO)
		len = sheet_cell_iso(text, out);
	else
		len = sheet_cell_number(text,
		    r->style < s->count ? (enum sheet_format)s->format[r->style]
					: SHEET_NUMBER,
		    r->book->day_shift, out);
	if (len == 0)
		return (text);
	r->text.len = r->began;
	buf_append(&r->text, out, len);
	if (!r->text.failed)
		return (r->text.data + r->began);
	fail_row_text(r);
	return (NULL);
}

/* The text of the cell that ends; NULL: it is empty. */
static const char *
finish_text(struct rows *r)
{
	size_t len = r->text.len - r->began;
	char *text = r->text.data + r->began;

	if (sheet_text_too_long(text, len)) {
		fail_too_long(r);
		return (NULL);
	}
	len = sheet_cell_clean(&text, len);
	if (len == 0)
		return (NULL);
	if (r->type == CELL_SHARED)
		return (shared_text(r, text));
	if (r->type == CELL_BOOLEAN)
		return (*text == '1' || *text == 't' ? "True" : "False");
	if (r->type != CELL_TEXT)
		return (convert(r, text));
	return (text);
}

static void
finish_cell(struct rows *r)
{
	const char *text = NULL;
	int slot;

	r->wanted = false;
	if (r->text.len > r->began)
		text = finish_text(r);
	if (r->part.failed || text == NULL)
		return;
	if (r->row == HEADER_ROW) {
		add_header(r, text);
		return;
	}
	slot = r->slot[r->column];
	r->filled = true;
	if (text >= r->text.data && text < r->text.data + r->text.len) {
		/* The row's text may still move: keep its place. */
		r->offset[slot] = (size_t)(text - r->text.data) + 1;
		r->cell[slot] = NULL;
		buf_char(&r->text, '\0');
		if (r->text.failed)
			fail_row_text(r);
	} else {
		r->text.len = r->began;
		r->offset[slot] = 0;
		r->cell[slot] = text;
	}
}

/* ---- rows */

static void
start_row(struct rows *r, const char **attributes)
{
	const char *number = NULL, *p;
	long n = r->row + 1L;

	for (; attributes[0] != NULL; attributes += 2)
		if (attributes[0][0] == 'r' && attributes[0][1] == '\0')
			number = attributes[1];
	if (number != NULL) {
		n = 0;
		for (p = number; *p >= '0' && *p <= '9' && n < INT32_MAX; p++)
			n = n * 10 + (*p - '0');
		if (*p != '\0' && n < INT32_MAX)
			n = 0;
	}
	if (n > SHEET_MAX_ROWS || n <= r->row) {
		sheet_part_fail(&r->part, ERR_LIMIT,
		    n > SHEET_MAX_ROWS
			? "row %.12s: a sheet has at most 1048576 rows"
			: "row %.12s stands below row %d",
		    number == NULL ? "1048577" : number, r->row);
		return;
	}
	r->row = (int)n;
	r->next_column = 0;
	r->in_row = true;
	r->filled = false;
	if (r->row > HEADER_ROW && r->slot == NULL)
		finish_header(r);
}

static void
finish_row(struct rows *r)
{
	int i;

	if (!r->in_row)
		return;
	r->in_row = false;
	if (r->row == HEADER_ROW)
		finish_header(r);
	else if (r->filled) {
		for (i = 0; i < r->slots; i++)
			if (r->offset[i] != 0)
				r->cell[i] = r->text.data + r->offset[i] - 1;
		if (r->reader->row(
			r->reader->arg, r->row, r->cell, r->part.e) == -1)
			sheet_part_abort(&r->part);
		memset(r->cell, 0, (size_t)r->slots * sizeof(*r->cell));
		memset(r->offset, 0, (size_t)r->slots * sizeof(*r->offset));
	}
	r->text.len = 0;
}

/* ---- expat */

/* Is the inside of this tag the cell's text, or a part of it? */
static bool
holds_text(const struct rows *r, const char *name)
{
	if (name[1] != '\0')
		return (false);
	return (name[0] == 'v' ||
		(name[0] == 't' && r->inline_text && r->phonetic == 0));
}

static void XMLCALL
rows_start(void *arg, const XML_Char *name, const XML_Char **attributes)
{
	struct rows *r = arg;

	if (!sheet_part_enter(&r->part, attributes))
		return;
	if (name[1] != '\0')
		name = sheet_part_local(name);
	if (!r->inside) {
		r->inside = strcmp(name, "sheetData") == 0;
		return;
	}
	if (name[0] == 'c' && name[1] == '\0')
		start_cell(r, attributes);
	else if (name[0] == 'r' && strcmp(name, "row") == 0)
		start_row(r, attributes);
	else if (!r->wanted)
		return;
	else if (holds_text(r, name))
		XML_SetCharacterDataHandler(r->part.parser, cell_text);
	else if (strcmp(name, "is") == 0)
		r->inline_text = true;
	else if (strcmp(name, "rPh") == 0)
		r->phonetic++;
}

static void XMLCALL
rows_end(void *arg, const XML_Char *name)
{
	struct rows *r = arg;

	sheet_part_leave(&r->part);
	if (r->part.failed || !r->inside)
		return;
	if (name[1] != '\0')
		name = sheet_part_local(name);
	if (name[1] == '\0' && r->wanted) {
		if (name[0] == 'c')
			finish_cell(r);
		else if (name[0] == 'v' || name[0] == 't')
			XML_SetCharacterDataHandler(r->part.parser, NULL);
	} else if (name[0] == 'r' && strcmp(name, "row") == 0)
		finish_row(r);
	else if (r->wanted && strcmp(name, "is") == 0)
		r->inline_text = false;
	else if (r->wanted && strcmp(name, "rPh") == 0)
		r->phonetic--;
	else if (strcmp(name, "sheetData") == 0) {
		if (r->slot == NULL)
			finish_header(r);
		if (!r->part.failed)
			sheet_part_finish(&r->part);
	}
}

int
sheet_rows_read(const struct sheet_book *b, const char *part,
    const struct sheet_reader *reader, struct err *e)
{
	struct rows r;
	int rc;

	memset(&r, 0, sizeof(r));
	r.book = b;
	r.reader = reader;
	r.part.start = rows_start;
	r.part.end = rows_end;
	r.part.stopped = reader->stopped;
	r.part.stopped_arg = reader->arg;
	if ((r.arena = arena_new()) == NULL)
		return (err_set(e, ERR_UNEXPECTED, "out of memory"));
	r.header = arena_alloc(r.arena, SHEET_MAX_COLUMNS * sizeof(*r.header));
	buf_init(&r.text, SHEET_MAX_ROW_TEXT);
	rc = sheet_part_read(&r.part, b->zip, part, e);
	if (rc == 0 && r.slot == NULL)
		rc = err_set(e, ERR_INPUT, "it has no rows: no worksheet");
	buf_cleanup(&r.text);
	arena_free(r.arena);
	return (rc);
}
