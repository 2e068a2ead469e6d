/*
 * node_sql: text in, text out. Every name comes from a file of ours.
 */
#include "etl/node_sql.h"

#include <string.h>

#include "db/db.h"

/* A seed's table has the contract's columns and types. */
static void
node_sql_seed(
    struct buf *out, const struct graph_node *n, const struct contract_table *t)
{
	size_t i;

	buf_text(out, "create table ");
	db_quote_name(out, n->name);
	buf_text(out, " (");
	for (i = 0; t != NULL && i < t->columns; i++) {
		buf_text(out, i == 0 ? "" : ", ");
		db_quote_name(out, t->column[i].name);
		buf_printf(out, " %s", t->column[i].type);
	}
	buf_text(out, ");\ncopy ");
	db_quote_name(out, n->name);
	buf_text(out, " from stdin with (format csv, header true);\n");
}

/* All findings go to one table: a table for each would cost more than they. */
static void
node_sql_finding(struct buf *out, const struct graph_node *n)
{
	buf_text(out, "insert into finding (node, severity, kind, game_id, "
		      "file, sheet, \"row\", column_name, value, message) "
		      "select ");
	db_quote_text(out, n->name);
	buf_printf(out, ", found.* from (\n%s\n) as found", n->body);
}

/* What a table of the warehouse means, and each of its columns. */
static void
node_sql_comment(
    struct buf *out, const struct graph_node *n, const struct contract_table *t)
{
	struct buf text;
	size_t i;

	buf_init(&text, BUF_MAX_LINE);
	buf_text(&text, n->title);
	if (n->grain != NULL)
		buf_printf(&text, " Grain: %s.", n->grain);
	buf_text(out, "comment on table ");
	db_quote_name(out, n->name);
	buf_text(out, " is ");
	db_quote_text(out, buf_string(&text));
	buf_text(out, ";\n");
	buf_cleanup(&text);
	if (t == NULL || t->comment == NULL)
		return;
	for (i = 0; i < t->columns; i++) {
		if (t->comment[i] == NULL)
			continue;
		buf_text(out, "comment on column ");
		db_quote_name(out, n->name);
		buf_char(out, '.');
		db_quote_name(out, t->column[i].name);
		buf_text(out, " is ");
		db_quote_text(out, t->comment[i]);
		buf_text(out, ";\n");
	}
}

/* Key, indexes and statistics of a table that stands. */
static void
node_sql_index(struct buf *out, const struct graph_node *n)
{
	size_t i;

	if (n->key != NULL) {
		buf_text(out, "alter table ");
		db_quote_name(out, n->name);
		buf_printf(out, " add primary key (%s);\n", n->key);
	}
	for (i = 0; i < n->indexes; i++) {
		buf_text(out, "create index on ");
		db_quote_name(out, n->name);
		buf_printf(out, " (%s);\n", n->index[i]);
	}
	if (n->analyze != NULL) {
		buf_text(out, "analyze ");
		db_quote_name(out, n->name);
		if (strcmp(n->analyze, "yes") != 0)
			buf_printf(out, " (%s)", n->analyze);
		buf_text(out, ";\n");
	}
}

/* Words and columns of a table of the warehouse. */
static void
node_sql_finish(struct buf *out, const struct graph_node *n,
    const struct contract_table *t, bool part)
{
	if (n->kind != GRAPH_TABLE)
		return;
	/* Compared with the contract before its columns are spoken of. */
	buf_text(out, "select * from ");
	db_quote_name(out, n->name);
	buf_text(out, " limit 0;\n");
	if (!part)
		node_sql_comment(out, n, t);
}

/* Is it dropped when the tables stand? Then a crash may take it. */
static bool
node_sql_is_scratch(const struct graph_node *n)
{
	return (n->kind == GRAPH_BASE && !n->keep);
}

void
node_sql_build(struct buf *out, const struct graph_node *n,
    const struct contract_table *t, bool part)
{
	if (n->kind == GRAPH_FINDING) {
		node_sql_finding(out, n);
		return;
	}
	if (n->seed != NULL)
		node_sql_seed(out, n, t);
	else {
		buf_text(out, node_sql_is_scratch(n) && !part
				  ? "create unlogged table "
				  : "create table ");
		db_quote_name(out, n->name);
		buf_printf(out, " as\n%s;\n", n->body);
	}
	node_sql_index(out, n);
	node_sql_finish(out, n, t, part);
}

/* Where the rows of a node stand from run to run. */
static void
node_sql_standing(struct buf *out, const struct graph_node *n)
{
	buf_text(out, n->kind == GRAPH_TABLE ? "warehouse." : "kept.");
	db_quote_name(out, n->name);
}

static void
node_sql_in(struct buf *out, const char *schema, const struct graph_node *n)
{
	db_quote_name(out, schema);
	buf_char(out, '.');
	db_quote_name(out, n->name);
}

/* Where a run builds the rows of a node. */
static void
node_sql_built(
    struct buf *out, const struct graph_node *n, const struct node_sql_run *run)
{
	node_sql_in(out, graph_of_players(n) ? run->players : run->games, n);
}

/* The players of the run, as a subquery. */
static void
node_sql_in_players(struct buf *out, const struct node_sql_run *run)
{
	buf_text(out, "(select player_id from ");
	db_quote_name(out, run->players);
	buf_text(out, ".run_player)");
}

/* Does the run replace rows of a node, or only add some? */
static bool
node_sql_replaces(const struct graph_node *n, const struct node_sql_run *run)
{
	return (graph_of_players(n) || strcmp(run->replaced, "{}") != 0);
}

/* The rows of a node that the run replaces, or, if not replaced, the others. */
static void
node_sql_where(struct buf *out, const struct graph_node *n,
    const struct node_sql_run *run, bool replaced)
{
	if (graph_of_players(n)) {
		buf_text(out, replaced ? "player_id in " : "player_id not in ");
		node_sql_in_players(out, run);
	} else
		buf_printf(out, "game_id %s ('%s')",
		    replaced ? "= any" : "<> all", run->replaced);
}

void
node_sql_players(struct buf *out, const struct graph_node *const *played,
    size_t n, const struct node_sql_run *run)
{
	size_t i;

	buf_text(out, "create table ");
	db_quote_name(out, run->players);
	buf_text(out, ".run_player (player_id text);\n");
	for (i = 0; i < n && strcmp(run->replaced, "{}") != 0; i++) {
		buf_text(out, "insert into ");
		db_quote_name(out, run->players);
		buf_text(out, ".run_player select distinct player_id from ");
		node_sql_standing(out, played[i]);
		buf_text(out, " where ");
		node_sql_where(out, played[i], run, true);
		buf_text(out, " and player_id is not null;\n");
	}
}

void
node_sql_add_players(
    struct buf *out, const struct graph_node *n, const struct node_sql_run *run)
{
	buf_text(out, "insert into ");
	db_quote_name(out, run->players);
	buf_text(out, ".run_player select distinct player_id from ");
	node_sql_built(out, n, run);
	buf_text(out, " where player_id is not null;\n");
}

/* A view of what stands and is not replaced, and of what was built. */
static void
node_sql_view(struct buf *out, const struct graph_node *n,
    const struct node_sql_run *run, bool of_players)
{
	buf_text(out, "create view ");
	db_quote_name(out, n->name);
	buf_text(out, " as select * from ");
	node_sql_standing(out, n);
	buf_text(out, " where true");
	if (node_sql_replaces(n, run)) {
		buf_text(out, " and ");
		node_sql_where(out, n, run, false);
	}
	if (of_players) {
		buf_text(out, " and player_id in ");
		node_sql_in_players(out, run);
	}
	buf_text(out, " union all select * from ");
	node_sql_built(out, n, run);
	buf_text(out, ";\n");
}

void
node_sql_whole(
    struct buf *out, const struct graph_node *n, const struct node_sql_run *run)
{
	node_sql_view(out, n, run, false);
}

void
node_sql_played(
    struct buf *out, const struct graph_node *n, const struct node_sql_run *run)
{
	node_sql_view(out, n, run, n->by_player);
}

void
node_sql_count(
    struct buf *out, const struct graph_node *n, const struct node_sql_run *run)
{
	buf_text(out, "select count(*) from ");
	node_sql_standing(out, n);
	buf_text(out, " where ");
	node_sql_where(out, n, run, true);
	buf_text(out, ";\n");
}

void
node_sql_merge(
    struct buf *out, const struct graph_node *n, const struct node_sql_run *run)
{
	if (node_sql_replaces(n, run)) {
		buf_text(out, "delete from ");
		node_sql_standing(out, n);
		buf_text(out, " where ");
		node_sql_where(out, n, run, true);
		buf_text(out, ";\n");
	}
	buf_text(out, "insert into ");
	node_sql_standing(out, n);
	buf_text(out, " select * from ");
	node_sql_built(out, n, run);
	buf_text(out, ";\n");
}

void
node_sql_replace(struct buf *out, const struct graph_node *n, const char *build)
{
	buf_text(out, "drop table ");
	node_sql_standing(out, n);
	buf_text(out, ";\nalter table ");
	node_sql_in(out, build, n);
	buf_text(out, " set schema warehouse;\n");
}

void
node_sql_keep(struct buf *out, const struct graph_node *n)
{
	buf_text(out, "alter table ");
	db_quote_name(out, n->name);
	buf_text(out, " set schema kept;\n");
}

void
node_sql_bad_keys(struct buf *out, const struct graph_node *n)
{
	buf_printf(out,
	    "select coalesce(sum(n), 0), min(one) from (select count(*) as n, "
	    "concat_ws(', ', %s) as one from (\n%s\n) as built group by %s "
	    "having count(*) > 1 or not (row(%s) is not null)) as bad",
	    n->key, n->body, n->key, n->key);
}

void
node_sql_check(struct buf *out, const struct graph_node *n)
{
	buf_printf(out,
	    "with counter_example as (\n%s\n)\n"
	    "select count(*), (select counter_example::text "
	    "from counter_example limit 1) from counter_example",
	    n->body);
}

void
node_sql_link(struct buf *out, size_t i, const struct contract_link *l)
{
	buf_printf(out,
	    "%sselect %zu, count(*), min(value::text) from "
	    "(select distinct ",
	    out->len == 0 ? "" : "\nunion all ", i);
	db_quote_name(out, l->column);
	buf_text(out, " as value from ");
	db_quote_name(out, l->child);
	buf_text(out, ") as child where value is not null and not exists "
		      "(select from ");
	db_quote_name(out, l->parent);
	buf_text(out, " as parent where parent.");
	db_quote_name(out, l->parent_column);
	buf_text(out, " = child.value)");
}

void
node_sql_export(
    struct buf *out, const char *schema, const struct contract_table *t)
{
	const struct contract_column *c;
	size_t i;

	buf_text(out, "copy (select ");
	for (i = 0; i < t->columns; i++) {
		c = &t->column[i];
		buf_text(out, i == 0 ? "" : ", ");
		db_quote_name(out, c->name);
		/* COPY alone would write t and f. */
		if (strcmp(c->type, "boolean") == 0) {
			buf_text(out, "::text as ");
			db_quote_name(out, c->name);
		}
	}
	buf_text(out, " from ");
	db_quote_name(out, schema);
	buf_char(out, '.');
	db_quote_name(out, t->name);
	buf_text(out, ") to stdout with (format csv, header true)");
}
