/*
 * comments: sql/comments/{area}.csv, what the columns of the tables under
 * sql/warehouse/{area} mean, put beside the contract. Runs no SQL itself.
 */
#ifndef ETL_COMMENTS_H
#define ETL_COMMENTS_H

#include "core/arena.h"
#include "core/err.h"
#include "etl/contract.h"
#include "etl/graph.h"

/*
 * Reads every file of dir and fills the comments of c's tables; texts live in
 * the arena. A row is table,column,comment; the table `*` speaks for each
 * table of the area that has such a column and no row of its own for it. A
 * column without a comment is no error. -1 with ERR_CONFIG or ERR_INPUT that
 * names file and row: a header other than that, an empty cell, a table or
 * column that is not there, the same row twice.
 */
int comments_load(struct arena *a, const char *dir, const struct graph *g,
    struct contract *c, struct err *e) ERR_CHECKED;

#endif
