/*
 * transform: which node runs when, and what its results mean. The SQL around
 * a node is node_sql's, the poll loop is lanes'.
 */
#include "etl/transform.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/clock.h"
#include "core/json.h"
#include "db/db.h"
#include "db/sqlfile.h"
#include "etl/node_sql.h"

#define TRANSFORM_COLUMNS 512 /* of a table */

enum transform_state { NODE_WAITING, NODE_RUNNING, NODE_BUILT };

/* A node while it is built; its place is that of the node in the graph. */
struct transform_piece {
	struct graph_node *node;
	const struct contract_table *table; /* NULL: no table */
	enum transform_state state;
	int64_t begun_ms;
	int64_t rows; /* built; -1: not known yet */
	int64_t gone; /* published rows of the games that are built anew */
};

struct transform {
	struct pipeline *p;
	struct transform_piece *piece;
	const struct graph_node *bad_key; /* whose key PostgreSQL refused */
};

/* Tables that a node reads, itself or through steps, each once. */
static void
transform_tables_read(
    const struct graph_node *n, struct json_out *out, bool *seen)
{
	const struct graph_node *read;
	size_t i;

	for (i = 0; i < n->reads_count; i++) {
		read = n->reads[i];
		if (seen[read->place])
			continue;
		seen[read->place] = true;
		if (read->kind == GRAPH_TABLE)
			json_string(out, read->name);
		else
			transform_tables_read(read, out, seen);
	}
}

void
transform_announce(struct pipeline *p)
{
	struct etl_step step = {.kind = ETL_TABLE,
	    .state = ETL_STEP_PENDING,
	    .rows = -1,
	    .duration_ms = -1};
	bool *seen = arena_alloc(p->arena, p->graph.count + 1);
	struct json_out out;
	struct buf text;
	size_t i;

	buf_init(&text, BUF_MAX_LINE);
	for (i = 0; i < p->graph.count; i++) {
		if (p->graph.node[i]->kind != GRAPH_TABLE ||
		    !p->graph.node[i]->wanted)
			continue;
		memset(seen, 0, p->graph.count);
		buf_reset(&text);
		json_begin(&out, &text);
		json_array(&out);
		transform_tables_read(p->graph.node[i], &out, seen);
		json_array_end(&out);
		step.name = p->graph.node[i]->name;
		step.depends_on = buf_string(&text);
		pipeline_step(p, &step);
	}
	buf_cleanup(&text);
}

/* True when all that a node reads is built. */
static bool
transform_ready(const struct transform *t, const struct transform_piece *x)
{
	size_t i;

	if (x->state != NODE_WAITING)
		return (false);
	for (i = 0; i < x->node->reads_count; i++) {
		if (t->piece[x->node->reads[i]->place].state != NODE_BUILT)
			return (false);
	}
	return (true);
}

/* The ready node with the longest way behind it. */
static void *
transform_next(void *arg)
{
	struct transform *t = arg;
	struct transform_piece *best = NULL, *x;
	size_t i;

	for (i = 0; i < t->p->graph.count; i++) {
		x = &t->piece[i];
		if (transform_ready(t, x) &&
		    (best == NULL || x->node->depth > best->node->depth))
			best = x;
	}
	return (best);
}

static void
transform_report(
    struct transform *t, struct transform_piece *x, enum etl_step_state state)
{
	struct pipeline *p = t->p;
	int64_t ms = clock_monotonic_ms() - x->begun_ms;
	struct etl_step step = {.name = x->node->name,
	    .kind = ETL_TABLE,
	    .state = state,
	    .rows = state == ETL_STEP_COMPLETED ? p->table[x->node->place].rows
						: x->rows,
	    .duration_ms = state == ETL_STEP_RUNNING ? -1 : ms};

	if (x->node->kind == GRAPH_TABLE)
		pipeline_step(p, &step);
	if (state != ETL_STEP_RUNNING)
		pipeline_log(p, ETL_DEBUG, x->node->name,
		    "%lld rows in %lld ms", (long long)x->rows, (long long)ms);
}

/* Says that a node is being built. */
static void
transform_begin(struct transform *t, struct transform_piece *x)
{
	struct pipeline *p = t->p;

	x->state = NODE_RUNNING;
	x->begun_ms = clock_monotonic_ms();
	transform_report(t, x, ETL_STEP_RUNNING);
	if (x->node->kind == GRAPH_TABLE)
		pipeline_progress(p, 0,
		    arena_printf(p->arena, "Building %s (%d of %d)",
			x->node->name, ++p->built, p->tables));
}

/* A node's rows are those of the games that are built only. */
static bool
transform_is_part(const struct transform *t, const struct transform_piece *x)
{
	return (t->p->changed != NULL && x->node->by_game);
}

/* The schema in which an incremental run builds a node; NULL: all of it. */
static const char *
transform_schema(const struct pipeline *p, const struct graph_node *n)
{
	if (n->by_game)
		return (p->run.games);
	return (n->by_player ? p->run.players : NULL);
}

/* A node of an incremental run, and the views of it that others read. */
static void
transform_some_sql(
    struct pipeline *p, const struct transform_piece *x, struct buf *sql)
{
	const struct graph_node *n = x->node;
	const char *schema = transform_schema(p, n);

	buf_text(sql, pipeline_path(p, schema));
	node_sql_build(sql, n, x->table, schema != NULL);
	if (n->by_game && n->kind == GRAPH_TABLE &&
	    strcmp(p->run.replaced, "{}") != 0)
		node_sql_count(sql, n, &p->run);
	if (n->summed) {
		buf_text(sql, pipeline_path(p, NULL));
		node_sql_whole(sql, n, &p->run);
	}
	if (n->played) {
		buf_text(sql, pipeline_path(p, p->run.players));
		node_sql_played(sql, n, &p->run);
		if (n->by_player)
			node_sql_add_players(sql, n, &p->run);
	}
}

static int
transform_start(void *arg, void *piece, PGconn *conn, struct err *e)
{
	struct transform *t = arg;
	struct transform_piece *x = piece;
	struct buf sql;
	int rc = -1;

	x->rows = -1;
	transform_begin(t, x);
	buf_init(&sql, BUF_MAX_SQL);
	if (t->p->changed != NULL)
		transform_some_sql(t->p, x, &sql);
	else
		node_sql_build(&sql, x->node, x->table, false);
	if (buf_check(&sql, x->node->path, e) == 0) {
		if (PQsendQuery(conn, buf_string(&sql)) == 1)
			rc = 0;
		else
			(void)db_fail(conn, NULL, e);
	}
	buf_cleanup(&sql);
	return (rc);
}

/* The constant rows of a seed. */
static int
transform_feed(struct transform *t, const struct transform_piece *x,
    PGconn *conn, struct err *e)
{
	struct arena *a = t->p->arena;
	const char *rows;
	int len;

	if (sqlfile_read(a,
		arena_printf(a, "%s/%s", t->p->o->seeds_dir, x->node->seed),
		&rows, e) == -1)
		return (-1);
	len = (int)strlen(rows);
	if (PQputCopyData(conn, rows, len) != 1 ||
	    PQputCopyEnd(conn, NULL) != 1)
		return (db_fail(conn, NULL, e));
	return (0);
}

/* A finding that stops the run; its message is the error's text. */
static void
transform_stop_finding(
    struct pipeline *p, const char *kind, const struct err *e)
{
	struct etl_finding f = {
	    .severity = "error", .kind = kind, .message = e->text};

	pipeline_count(p, kind, 1);
	pipeline_finding(p, &f);
}

/* Compares what was built with the contract. */
static int
transform_check(struct transform *t, const struct transform_piece *x,
    const PGresult *res, struct err *e)
{
	struct contract_column column[TRANSFORM_COLUMNS];
	struct contract_built built = {.column = column, .key = x->node->key};
	const char *kind;
	int i;

	if (x->table == NULL)
		return (err_set(e, ERR_UNEXPECTED,
		    "%s: no table of the contract", x->node->name));
	for (i = 0; i < PQnfields(res) && i < TRANSFORM_COLUMNS; i++) {
		column[i].name = PQfname(res, i);
		column[i].type = contract_type_of(PQftype(res, i));
	}
	built.columns = (size_t)i;
	if (contract_check(x->table, &built, &kind, e) == 0)
		return (0);
	transform_stop_finding(t->p, kind, e);
	return (-1);
}

/* A statement of a node failed. */
static int
transform_failed(struct transform *t, struct transform_piece *x,
    const PGresult *res, struct err *e)
{
	const char *state = PQresultErrorField(res, PG_DIAG_SQLSTATE);

	(void)db_fail(NULL, res, e);
	if (state != NULL && x->node->key != NULL && x->node->seed == NULL &&
	    (strcmp(state, "23505") == 0 || strcmp(state, "23502") == 0))
		t->bad_key = x->node;
	transform_report(t, x, ETL_STEP_FAILED);
	return (err_context(e, "%s", x->node->name));
}

static int
transform_result(
    void *arg, void *piece, PGconn *conn, PGresult *res, struct err *e)
{
	struct transform *t = arg;
	struct transform_piece *x = piece;
	const char *count;

	switch (PQresultStatus(res)) {
	case PGRES_COMMAND_OK:
		count = PQcmdTuples(res);
		if (*count != '\0' && x->rows == -1)
			x->rows = strtoll(count, NULL, 10);
		return (0);
	case PGRES_COPY_IN:
		return (transform_feed(t, x, conn, e));
	case PGRES_TUPLES_OK:
		/* A count has a row, the columns of a table have none. */
		if (PQntuples(res) == 0)
			return (transform_check(t, x, res, e));
		x->gone = strtoll(PQgetvalue(res, 0, 0), NULL, 10);
		return (0);
	case PGRES_EMPTY_QUERY:
		return (0);
	default:
		return (transform_failed(t, x, res, e));
	}
}

/* A table stands: counted, reported. */
static void
transform_end(struct transform *t, struct transform_piece *x)
{
	struct pipeline_table *table = &t->p->table[x->node->place];

	if (transform_is_part(t, x))
		table->rows += x->rows - x->gone;
	else
		table->rows = x->rows;
	if (x->node->kind == GRAPH_TABLE)
		t->p->rows += table->rows;
	transform_report(t, x, ETL_STEP_COMPLETED);
}

static int
transform_done(void *arg, void *piece, struct err *e)
{
	struct transform *t = arg;
	struct transform_piece *x = piece;

	(void)e;
	x->state = NODE_BUILT;
	transform_end(t, x);
	pipeline_progress(t->p, 1, NULL);
	return (0);
}

static bool
transform_stopped(void *arg)
{
	struct transform *t = arg;

	return (pipeline_stopped(t->p));
}

/* Puts a word to a key that does not hold: how many rows, and one of them. */
static void
transform_explain_key(struct transform *t, struct err *e)
{
	const struct graph_node *n = t->bad_key;
	struct buf sql;
	PGresult *res;

	buf_init(&sql, BUF_MAX_SQL);
	if (t->p->changed != NULL)
		buf_text(&sql, pipeline_path(t->p, transform_schema(t->p, n)));
	node_sql_bad_keys(&sql, n);
	res = PQexec(t->p->conn, buf_string(&sql));
	buf_cleanup(&sql);
	if (PQresultStatus(res) == PGRES_TUPLES_OK && PQntuples(res) == 1) {
		(void)err_set(e, ERR_INPUT,
		    "%s: %s rows without a key of their own, e.g. %s", n->name,
		    PQgetvalue(res, 0, 0), PQgetvalue(res, 0, 1));
		transform_stop_finding(t->p, "primary_key", e);
	}
	PQclear(res);
}

/* A node that is not built stands: a table of the league stays published. */
static void
transform_stands(struct transform *t, struct transform_piece *x)
{
	struct pipeline_table *table = &t->p->table[x->node->place];
	struct etl_step step = {.name = x->node->name,
	    .kind = ETL_TABLE,
	    .state = ETL_STEP_COMPLETED,
	    .rows = table->rows,
	    .reused = true,
	    .duration_ms = 0};

	x->state = NODE_BUILT;
	if (x->node->kind == GRAPH_CHECK)
		return;
	if (x->node->kind == GRAPH_TABLE) {
		t->p->rows += table->rows;
		pipeline_step(t->p, &step);
	}
	pipeline_progress(t->p, 1, NULL);
}

int
transform_build(struct pipeline *p, struct err *e)
{
	struct transform t = {.p = p};
	struct lanes_work work = {.arg = &t,
	    .stopped = transform_stopped,
	    .next = transform_next,
	    .start = transform_start,
	    .result = transform_result,
	    .done = transform_done};
	struct transform_piece *x;
	size_t i;

	t.piece = arena_alloc(p->arena, p->graph.count * sizeof(*x) + 1);
	for (i = 0; i < p->graph.count; i++) {
		x = &t.piece[i];
		x->node = p->graph.node[i];
		x->table = contract_find(
		    &p->contract, x->node->seed == NULL
				      ? x->node->name
				      : sqlfile_stem(p->arena, x->node->seed));
		if (!x->node->wanted || x->node->kind == GRAPH_CHECK)
			transform_stands(&t, x);
	}
	if (lanes_run(&p->lanes, &work, e) == 0)
		return (0);
	if (t.bad_key != NULL)
		transform_explain_key(&t, e);
	return (-1);
}
