/*
 * columns: which cells of a row make up a value. A wanted column has one or
 * more names, the better first; the first filled cell counts (the cell rule
 * of page 10, 3). Pure, thread-safe.
 */
#ifndef ETL_COLUMNS_H
#define ETL_COLUMNS_H

#include <stddef.h>

#include "io/sheet.h"

#define COLUMNS_MAX 64	    /* wanted columns of a sheet */
#define COLUMNS_MAX_NAMES 4 /* names of one */

struct columns {
	size_t count;
	struct {
		const char *name[COLUMNS_MAX_NAMES];
		int slot[COLUMNS_MAX_NAMES]; /* of a row; -1: not there */
		size_t names;
	} column[COLUMNS_MAX];
};

void columns_init(struct columns *c);

/*
 * Adds a column under a name, which must live as long as c; also_name adds
 * another name to the last one.
 */
void columns_add(struct columns *c, const char *name);
void columns_also(struct columns *c, const char *name);

/*
 * Finds the names in a header: fills slot as sheet_reader.columns wants it
 * and returns the number of slots used, counted from 0.
 */
int columns_bind(struct columns *c, const struct sheet_header *h, int *slot);

/* The value of column i in a row; NULL: empty, or the column is not there. */
const char *columns_value(
    const struct columns *c, size_t i, const char *const *cell);

#endif
