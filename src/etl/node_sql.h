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
 * of the contract that it is, or that a seed has the rows of; NULL for a step.
 * A part, of which the rows go to a table that stands, has no comments.
 */
void node_sql_build(struct buf *out, const struct graph_node *n,
    const struct contract_table *t, bool part);

/*
 * Where an incremental run builds: the rows of its games in the schema games,
 * those of the players of these games in the schema players. The other rows
 * stand in the schema warehouse, or kept for a step.
 */
struct node_sql_run {
	const char *games;    /* {schema}_part */
	const char *players;  /* {schema}_players */
	const char *replaced; /* games that may have rows already: `{1,2}` */
};

/* The list of the run's players, with those of the replaced games. */
void node_sql_players(struct buf *out, const struct graph_node *const *played,
    size_t n, const struct node_sql_run *run);

/* Adds the players of the games that a node by game and player was built of. */
void node_sql_add_players(struct buf *out, const struct graph_node *n,
    const struct node_sql_run *run);

/*
 * Views in the first schema of the search_path of what was built and of what
 * stands: all of it, or, of nodes by game and player, the run's players.
 */
void node_sql_whole(struct buf *out, const struct graph_node *n,
    const struct node_sql_run *run);
void node_sql_played(struct buf *out, const struct graph_node *n,
    const struct node_sql_run *run);

/* How many rows the replaced games have in a published table. */
void node_sql_count(struct buf *out, const struct graph_node *n,
    const struct node_sql_run *run);

/* Puts the rows that were built in the place of those that they replace. */
void node_sql_merge(struct buf *out, const struct graph_node *n,
    const struct node_sql_run *run);

/* Puts a table of the schema build in the place of the published one. */
void node_sql_replace(
    struct buf *out, const struct graph_node *n, const char *build);

/* Moves a step to the schema kept. */
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

/* `copy (select …) to stdout`: a table of a schema as CSV, with a header. */
void node_sql_export(
    struct buf *out, const char *schema, const struct contract_table *t);

#endif
