/*
 * node_sql: the statements around a node's SELECT, as one command, and other
 * statements that are made from names of our own files. Pure.
 */
#ifndef ETL_NODE_SQL_H
#define ETL_NODE_SQL_H

#include "core/buf.h"
#include "etl/contract.h"
#include "etl/graph.h"

/*
 * Creates, keys, indexes, analyzes, returns no row but the columns (name, type,
 * in order), comments. A seed has `copy … from stdin` in between. t: the table
 * of the contract that it is, or that a seed has the rows of; NULL for a step,
 * or to leave the columns without their comments.
 */
void node_sql_build(struct buf *out, const struct graph_node *n,
    const struct contract_table *t);

/*
 * Adds the other games' rows to what was built of some games (`{1,2}`): those
 * of the published table, of a step those kept. A table is made anew in the
 * order that its header names, else in that of games; within one the rows then
 * stand as they stood.
 */
void node_sql_carry(struct buf *out, const struct graph_node *n,
    const struct contract_table *t, const char *games);

/* Moves a step to the schema kept, in the place of the one before. */
void node_sql_keep(struct buf *out, const struct graph_node *n);

/* Rows whose key is shared or empty: how many, and one of the keys. */
void node_sql_bad_keys(struct buf *out, const struct graph_node *n);

/* A check: how many rows it returns, and the first. */
void node_sql_check(struct buf *out, const struct graph_node *n);

/*
 * A link: how many values of the child the parent does not have, and one of
 * them. Appended with `union all` in between for a second one.
 */
void node_sql_link(struct buf *out, size_t i, const struct contract_link *l);

/* `copy (select …) to stdout`: a table as a CSV file, with a header. */
void node_sql_export(struct buf *out, const struct contract_table *t);

#endif
