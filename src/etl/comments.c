/*
 * comments: one CSV file after the other, each row looked up in the contract.
 * Rows of one table stand together, as a rule, in the order of its columns.
 */
#include "etl/comments.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "db/sqlfile.h"
#include "io/csvfile.h"

enum comments_slot { SLOT_TABLE, SLOT_COLUMN, SLOT_COMMENT, SLOTS };

static const char *const comments_header[] = {"table", "column", "comment"};

/* A row with the table `*`. */
struct comments_shared {
	const char *column, *text;
	int row;
	bool found; /* some table of the area has the column */
};

/* One file while it is read. */
struct comments {
	struct arena *arena;
	const struct graph *graph;
	const struct contract *contract;
	const char *path, *area;
	const struct contract_table *table; /* of the last row */
	size_t next; /* its column after the last row's */
	struct comments_shared *shared;
	size_t count, cap;
};

static int
comments_columns(
    void *arg, const struct sheet_header *h, int *slot, struct err *e)
{
	size_t i;

	(void)arg;
	for (i = 0; i < SLOTS; i++) {
		if (h->columns != SLOTS || h->name[i] == NULL ||
		    strcmp(h->name[i], comments_header[i]) != 0)
			return (err_set(e, ERR_CONFIG,
			    "the header is not table,column,comment"));
		slot[i] = (int)i;
	}
	return (SLOTS);
}

/* Does the node's file lie in the folder of the area? */
static bool
comments_in_area(const struct comments *x, const struct graph_node *n)
{
	const char *name = strrchr(n->path, '/');
	size_t len = strlen(x->area), before;

	if (n->kind != GRAPH_TABLE || name == NULL)
		return (false);
	before = (size_t)(name - n->path);
	return (before > len && n->path[before - len - 1] == '/' &&
		strncmp(name - len, x->area, len) == 0);
}

static int
comments_share(struct comments *x, int row, const char *const *cell)
{
	struct comments_shared *s;

	if (x->count == x->cap) {
		s = x->shared;
		x->cap = x->cap == 0 ? 64 : x->cap * 2;
		x->shared = arena_alloc(x->arena, x->cap * sizeof(*s));
		if (x->count > 0)
			memcpy(x->shared, s, x->count * sizeof(*s));
	}
	s = &x->shared[x->count++];
	s->column = arena_strdup(x->arena, cell[SLOT_COLUMN]);
	s->text = arena_strdup(x->arena, cell[SLOT_COMMENT]);
	s->row = row;
	s->found = false;
	return (0);
}

/* The table of a row: that of the row before, as a rule. */
static int
comments_table(struct comments *x, int row, const char *name, struct err *e)
{
	const struct graph_node *n;

	if (x->table != NULL && strcmp(x->table->name, name) == 0)
		return (0);
	n = graph_find(x->graph, name);
	x->table = contract_find(x->contract, name);
	x->next = 0;
	if (n == NULL || x->table == NULL || !comments_in_area(x, n))
		return (err_set(e, ERR_CONFIG,
		    "row %d: there is no table %s/%s", row, x->area, name));
	return (0);
}

static int
comments_row(void *arg, int row, const char *const *cell, struct err *e)
{
	struct comments *x = arg;
	size_t i;

	for (i = 0; i < SLOTS; i++) {
		if (cell[i] == NULL)
			return (err_set(e, ERR_CONFIG, "row %d: no %s", row,
			    comments_header[i]));
	}
	if (strcmp(cell[SLOT_TABLE], "*") == 0)
		return (comments_share(x, row, cell));
	if (comments_table(x, row, cell[SLOT_TABLE], e) == -1)
		return (-1);
	for (i = 0; i < x->table->columns; i++) {
		if (x->next >= x->table->columns)
			x->next = 0;
		if (strcmp(x->table->column[x->next].name, cell[SLOT_COLUMN]) ==
		    0)
			break;
		x->next++;
	}
	if (i == x->table->columns)
		return (err_set(e, ERR_CONFIG, "row %d: %s has no column %s",
		    row, x->table->name, cell[SLOT_COLUMN]));
	if (x->table->comment[x->next] != NULL)
		return (err_set(e, ERR_CONFIG, "row %d: %s.%s stands twice",
		    row, x->table->name, cell[SLOT_COLUMN]));
	x->table->comment[x->next++] =
	    arena_strdup(x->arena, cell[SLOT_COMMENT]);
	return (0);
}

static int
comments_compare(const void *a, const void *b)
{
	const struct comments_shared *x = a, *y = b;

	return (strcmp(x->column, y->column));
}

/* Gives the columns of a table that have none the comment of the area. */
static void
comments_fill(struct comments *x, const struct contract_table *t)
{
	struct comments_shared key = {0}, *found;
	size_t i;

	for (i = 0; i < t->columns; i++) {
		if (t->comment[i] != NULL)
			continue;
		key.column = t->column[i].name;
		found = bsearch(
		    &key, x->shared, x->count, sizeof(key), comments_compare);
		if (found == NULL)
			continue;
		found->found = true;
		t->comment[i] = found->text;
	}
}

static int
comments_apply_shared(struct comments *x, struct err *e)
{
	const struct contract_table *t;
	size_t i;

	if (x->count == 0)
		return (0);
	qsort(x->shared, x->count, sizeof(*x->shared), comments_compare);
	for (i = 1; i < x->count; i++) {
		if (comments_compare(&x->shared[i - 1], &x->shared[i]) == 0)
			return (
			    err_set(e, ERR_CONFIG, "row %d: *.%s stands twice",
				x->shared[i].row, x->shared[i].column));
	}
	for (i = 0; i < x->graph->count; i++) {
		t = contract_find(x->contract, x->graph->node[i]->name);
		if (t != NULL && comments_in_area(x, x->graph->node[i]))
			comments_fill(x, t);
	}
	for (i = 0; i < x->count; i++) {
		if (!x->shared[i].found)
			return (err_set(e, ERR_CONFIG,
			    "row %d: *.%s speaks for no column",
			    x->shared[i].row, x->shared[i].column));
	}
	return (0);
}

static int
comments_read(struct comments *x, struct err *e)
{
	struct sheet_reader reader = {
	    .arg = x, .columns = comments_columns, .row = comments_row};
	int fd, rc;

	if ((fd = open(x->path, O_RDONLY | O_CLOEXEC)) == -1)
		return (err_set_errno(e, ERR_CONFIG, "%s", x->path));
	rc = csvfile_read(fd, &reader, e);
	(void)close(fd);
	if (rc == 0)
		rc = comments_apply_shared(x, e);
	return (rc == 0 ? 0 : err_context(e, "%s", x->path));
}

int
comments_load(struct arena *a, const char *dir, const struct graph *g,
    struct contract *c, struct err *e)
{
	struct comments x = {.arena = a, .graph = g, .contract = c};
	const char **names;
	size_t i, n;

	for (i = 0; i < c->tables; i++)
		c->table[i].comment = arena_alloc(
		    a, (c->table[i].columns + 1) * sizeof(const char *));
	if (sqlfile_list(a, dir, ".csv", &names, &n, e) == -1)
		return (-1);
	for (i = 0; i < n; i++) {
		x.path = arena_printf(a, "%s/%s", dir, names[i]);
		x.area = sqlfile_stem(a, names[i]);
		x.table = NULL;
		x.count = x.cap = 0;
		if (comments_read(&x, e) == -1)
			return (-1);
	}
	return (0);
}
