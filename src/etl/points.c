/*
 * points: rows of raw.point.
 */
#include "etl/points.h"

#include <stdlib.h>
#include <string.h>

/* A point's four possible cells: x, y, each plain and with a trailing _. */
struct point_column {
	const char *path, *layout;
	int n;
	int slot[2][2]; /* axis, underscored; -1: not there */
};

static const char *const columns_of_events[] = {
    "sheet", "row", "path", "layout", "n", "x", "y"};
static const char *const columns_of_sheets[] = {"sheet", "row", "path",
    "layout", "n", "x", "y", "z", "at", "event_index", "slot", "player_role",
    "player_number"};

void
point_columns_init(struct point_columns *p, struct extract_file *f)
{
	memset(p, 0, sizeof(*p));
	raw_rows_init(&p->rows, f->conn, f->file_id, "point", columns_of_events,
	    sizeof(columns_of_events) / sizeof(columns_of_events[0]));
}

void
point_columns_cleanup(struct point_columns *p)
{
	raw_rows_cleanup(&p->rows);
	free(p->column);
	p->column = NULL;
	p->count = 0;
}

static struct point_column *
find_column(struct point_columns *p, const struct point_name *name)
{
	struct point_column *c;
	size_t i;

	for (i = 0; i < p->count; i++) {
		c = &p->column[i];
		if (c->n == name->n && strcmp(c->path, name->path) == 0 &&
		    strcmp(c->layout, name->layout) == 0)
			return (c);
	}
	c = &p->column[p->count++];
	c->path = name->path;
	c->layout = name->layout;
	c->n = name->n;
	memset(c->slot, -1, sizeof(c->slot));
	return (c);
}

int
point_columns_bind(struct point_columns *p, const struct sheet_header *h,
    int *slot, int used, struct err *e)
{
	struct point_column *c;
	struct point_name name;
	size_t i;

	p->column = calloc(h->columns + 1, sizeof(*p->column));
	if (p->column == NULL)
		return (err_set(e, ERR_UNEXPECTED, "out of memory"));
	for (i = 0; i < h->columns; i++) {
		if (h->name[i] == NULL || slot[i] >= 0 ||
		    !point_name_parse(h->name[i], &name))
			continue;
		c = find_column(p, &name);
		c->slot[name.axis == 'y'][name.underscored] = used;
		slot[i] = used++;
	}
	return (used);
}

static const char *
value_of(const struct point_column *c, int axis, const char *const *cell)
{
	int i, slot;

	for (i = 0; i < 2; i++) {
		slot = c->slot[axis][i];
		if (slot >= 0 && cell[slot] != NULL)
			return (cell[slot]);
	}
	return (NULL);
}

int
point_columns_row(
    struct point_columns *p, int row, const char *const *cell, struct err *e)
{
	const struct point_column *c;
	const char *x, *y;
	size_t i;

	for (i = 0; i < p->count; i++) {
		c = &p->column[i];
		x = value_of(c, 0, cell);
		y = value_of(c, 1, cell);
		if (x == NULL && y == NULL)
			continue;
		raw_rows_begin(&p->rows);
		raw_rows_text(&p->rows, "events");
		raw_rows_integer(&p->rows, row);
		raw_rows_text(&p->rows, c->path);
		raw_rows_text(&p->rows, c->layout);
		raw_rows_integer(&p->rows, c->n);
		raw_rows_text(&p->rows, x);
		raw_rows_text(&p->rows, y);
		if (raw_rows_end(&p->rows, e) == -1)
			return (-1);
	}
	return (0);
}

/* ---- a point a row */

enum {
	POINT_X,
	POINT_Y,
	POINT_Z,
	POINT_AT,
	POINT_EVENT,
	POINT_SLOT,
	POINT_ROLE,
	POINT_NUMBER,
	POINT_VALUES
};

void
point_sheet_init(
    struct point_sheet *p, struct extract_file *f, const char *sheet)
{
	static const char *const names[POINT_VALUES] = {"x", "y", "z",
	    "timestamp", "event_index", "xy_slot", "player_role",
	    "player_number"};
	size_t i;

	p->file = f;
	p->sheet = sheet;
	columns_init(&p->columns);
	for (i = 0; i < POINT_VALUES; i++) {
		columns_add(&p->columns, names[i]);
		if (i == POINT_SLOT)
			columns_also(&p->columns, "point_number");
	}
	raw_rows_init(&p->rows, f->conn, f->file_id, "point", columns_of_sheets,
	    sizeof(columns_of_sheets) / sizeof(columns_of_sheets[0]));
}

void
point_sheet_cleanup(struct point_sheet *p)
{
	raw_rows_cleanup(&p->rows);
}

static int
sheet_columns(void *arg, const struct sheet_header *h, int *slot, struct err *e)
{
	struct point_sheet *p = arg;

	if (extract_add_sheet(p->file, p->sheet, h, e) == -1)
		return (-1);
	return (columns_bind(&p->columns, h, slot));
}

static int
sheet_row(void *arg, int row, const char *const *cell, struct err *e)
{
	struct point_sheet *p = arg;
	const char *path = strcmp(p->sheet, "xy_puck") == 0 ? "puck" : "player";
	const char *role = columns_value(&p->columns, POINT_ROLE, cell);
	size_t i;

	if (*path == 'p' && path[1] == 'l' && role != NULL &&
	    strcmp(role, "net") == 0)
		path = "net";
	raw_rows_begin(&p->rows);
	raw_rows_text(&p->rows, p->sheet);
	raw_rows_integer(&p->rows, row);
	raw_rows_text(&p->rows, path);
	raw_rows_text(&p->rows, "rows");
	raw_rows_integer(&p->rows, 1);
	for (i = 0; i < POINT_VALUES; i++)
		raw_rows_text(&p->rows, columns_value(&p->columns, i, cell));
	return (raw_rows_end(&p->rows, e));
}

static bool
sheet_stopped(void *arg)
{
	const struct point_sheet *p = arg;

	return (p->file->stopped(p->file->stopped_arg));
}

struct sheet_reader
point_sheet_reader(struct point_sheet *p)
{
	struct sheet_reader reader = {.arg = p,
	    .columns = sheet_columns,
	    .row = sheet_row,
	    .stopped = sheet_stopped};

	return (reader);
}
