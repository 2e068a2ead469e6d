/*
 * columns: names to slots.
 */
#include "etl/columns.h"

#include <assert.h>
#include <string.h>

void
columns_init(struct columns *c)
{
	memset(c, 0, sizeof(*c));
}

void
columns_add(struct columns *c, const char *name)
{
	assert(c->count < COLUMNS_MAX);
	c->count++;
	columns_also(c, name);
}

void
columns_also(struct columns *c, const char *name)
{
	size_t last = c->count - 1, n = c->column[last].names;

	assert(n < COLUMNS_MAX_NAMES);
	c->column[last].name[n] = name;
	c->column[last].slot[n] = -1;
	c->column[last].names++;
}

/* Gives the sheet's column a slot if somebody wants it. */
static int
bind_one(struct columns *c, const char *name, int next)
{
	size_t i, n;
	int slot = -1;

	for (i = 0; i < c->count; i++)
		for (n = 0; n < c->column[i].names; n++)
			if (strcmp(c->column[i].name[n], name) == 0)
				c->column[i].slot[n] = slot = next;
	return (slot);
}

int
columns_bind(struct columns *c, const struct sheet_header *h, int *slot)
{
	int used = 0;
	size_t i;

	for (i = 0; i < h->columns; i++) {
		if (h->name[i] == NULL)
			continue;
		slot[i] = bind_one(c, h->name[i], used);
		if (slot[i] >= 0)
			used++;
	}
	return (used);
}

const char *
columns_value(const struct columns *c, size_t i, const char *const *cell)
{
	size_t n;
	int slot;

	for (n = 0; n < c->column[i].names; n++) {
		slot = c->column[i].slot[n];
		if (slot >= 0 && cell[slot] != NULL)
			return (cell[slot]);
	}
	return (NULL);
}
