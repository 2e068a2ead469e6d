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

/* Of a node of single games: are the other games' rows there? */
enum transform_carry { CARRY_NONE, CARRY_WAITING, CARRY_RUNNING, CARRY_DONE };

/* A node while it is built; its place is that of the node in the graph. */
struct transform_piece {
	struct graph_node *node;
	const struct contract_table *table; /* NULL: no table */
	enum transform_state state;
	enum transform_carry carry;
	int readers; /* of single games, not built yet */
	int64_t begun_ms;
	int64_t rows; /* -1: not known yet */
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

/* Functions of sql/functions, one script. */
static int
transform_functions(struct pipeline *p, struct buf *sql, struct err *e)
{
	const char *dir, **names, *text;
	size_t i, n;

	dir = arena_printf(p->arena, "%s/functions", p->o->sql_dir);
	if (sqlfile_list(p->arena, dir, ".sql", &names, &n, e) == -1)
		return (-1);
	for (i = 0; i < n; i++) {
		if (sqlfile_read(p->arena,
			arena_printf(p->arena, "%s/%s", dir, names[i]), &text,
			e) == -1)
			return (-1);
		buf_printf(sql, "%s;\n", text);
	}
	return (0);
}

static const char *
transform_mode(enum etl_mode mode)
{
	switch (mode) {
	case ETL_FULL:
		return ("full");
	case ETL_INCREMENTAL:
		return ("incremental");
	case ETL_SINGLE:
		return ("single");
	case ETL_TEST:
		return ("test");
	}
	return ("full");
}

static int
transform_parameter(struct pipeline *p, struct err *e)
{
	const struct etl_options *o = p->o;
	const char *values[] = {transform_mode(o->mode),
	    o->game_ids == NULL ? NULL
				: pipeline_ids(p->arena, o->game_ids, o->games),
	    pipeline_ids(p->arena, p->excluded, p->excluded_count),
	    o->export_pii ? "true" : "false"};

	return (db_none(p->conn, "run_parameter_set", 4, values, e));
}

int
transform_prepare(struct pipeline *p, struct err *e)
{
	struct buf sql;
	int rc = -1;

	buf_init(&sql, BUF_MAX_SQL);
	buf_text(&sql, "drop schema if exists ");
	db_quote_name(&sql, p->schema);
	buf_text(&sql, " cascade;\ncreate schema ");
	db_quote_name(&sql, p->schema);
	buf_text(&sql, ";\ncomment on schema ");
	db_quote_name(&sql, p->schema);
	buf_text(&sql, " is 'being built';\n"
		       "create table run_input (file_id bigint primary key, "
		       "path text, kind text, game_id integer, "
		       "built boolean not null default true);\n"
		       "create view run_file as select file_id, path, kind, "
		       "game_id from run_input where built;\n"
		       "create table run_parameter (mode text, "
		       "game_ids integer[], exclude_game_ids integer[], "
		       "started_at timestamptz, export_pii boolean);\n"
		       "create table finding (node text, severity text, "
		       "kind text, game_id integer, file text, sheet text, "
		       "\"row\" integer, column_name text, value text, "
		       "message text);\n");
	if (transform_functions(p, &sql, e) == 0 &&
	    buf_check(&sql, "sql/functions", e) == 0 &&
	    db_script(p->conn, buf_string(&sql), e) == 0 &&
	    transform_parameter(p, e) == 0)
		rc = 0;
	buf_cleanup(&sql);
	return (rc == 0 ? 0 : err_context(e, "build schema"));
}

/*
 * True when all that a node reads is built and, for one of all games, whole;
 * or when all who read a node's own games have done so.
 */
static bool
transform_ready(const struct transform *t, const struct transform_piece *x)
{
	const struct transform_piece *read;
	size_t i;

	if (x->state == NODE_BUILT)
		return (x->carry == CARRY_WAITING && x->readers == 0);
	if (x->state != NODE_WAITING)
		return (false);
	for (i = 0; i < x->node->reads_count; i++) {
		read = &t->piece[x->node->reads[i]->place];
		if (read->state != NODE_BUILT ||
		    (!x->node->by_game && read->carry != CARRY_NONE &&
			read->carry != CARRY_DONE))
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
	    .rows = x->rows,
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

static int
transform_start(void *arg, void *piece, PGconn *conn, struct err *e)
{
	struct transform *t = arg;
	struct transform_piece *x = piece;
	struct buf sql;
	int rc = -1;

	x->rows = -1;
	buf_init(&sql, BUF_MAX_SQL);
	if (x->state == NODE_BUILT) {
		x->carry = CARRY_RUNNING;
		node_sql_carry(&sql, x->node, x->table, t->p->changed);
	} else {
		transform_begin(t, x);
		/* A part's columns are spoken of once it is whole. */
		node_sql_build(
		    &sql, x->node, x->carry == CARRY_WAITING ? NULL : x->table);
	}
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
		return (transform_check(t, x, res, e));
	case PGRES_EMPTY_QUERY:
		return (0);
	default:
		return (transform_failed(t, x, res, e));
	}
}

/* A node of single games needs what it reads no longer. */
static void
transform_release(struct transform *t, const struct transform_piece *x)
{
	size_t i;

	for (i = 0; x->node->by_game && i < x->node->reads_count; i++)
		t->piece[x->node->reads[i]->place].readers--;
}

static int
transform_done(void *arg, void *piece, struct err *e)
{
	struct transform *t = arg;
	struct transform_piece *x = piece;

	(void)e;
	if (x->state != NODE_BUILT) {
		x->state = NODE_BUILT;
		transform_release(t, x);
		if (x->carry == CARRY_WAITING)
			return (0);
	} else
		x->carry = CARRY_DONE;
	if (x->node->kind == GRAPH_TABLE)
		t->p->rows += x->rows;
	transform_report(t, x, ETL_STEP_COMPLETED);
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

/* What an incremental run adds of other games: tables, and kept steps. */
static void
transform_plan_carry(struct transform *t)
{
	struct transform_piece *x;
	size_t i, k;

	for (i = 0; i < t->p->graph.count; i++) {
		x = &t->piece[i];
		if (x->state != NODE_WAITING || !x->node->by_game)
			continue;
		for (k = 0; k < x->node->reads_count; k++)
			t->piece[x->node->reads[k]->place].readers++;
		if (t->p->changed != NULL &&
		    (x->node->kind == GRAPH_TABLE || x->node->keep))
			x->carry = CARRY_WAITING;
	}
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
		x->state = x->node->wanted && x->node->kind != GRAPH_CHECK
			       ? NODE_WAITING
			       : NODE_BUILT;
	}
	transform_plan_carry(&t);
	if (lanes_run(&p->lanes, &work, e) == 0)
		return (0);
	if (t.bad_key != NULL)
		transform_explain_key(&t, e);
	return (-1);
}

/* A field of a result, NULL when it is null. */
static const char *
transform_field(const PGresult *res, int row, int column)
{
	return (PQgetisnull(res, row, column) ? NULL
					      : PQgetvalue(res, row, column));
}

static int
transform_number(const PGresult *res, int row, int column)
{
	return ((int)strtol(PQgetvalue(res, row, column), NULL, 10));
}

int
transform_findings(struct pipeline *p, struct err *e)
{
	struct etl_finding f;
	PGresult *res;
	int i, k;

	if (db_rows(p->conn, "run_findings", 0, NULL, &res, e) == -1)
		return (err_context(e, "findings"));
	for (i = 0; i < PQntuples(res); i++) {
		f = (struct etl_finding){.severity = PQgetvalue(res, i, 0),
		    .kind = PQgetvalue(res, i, 1),
		    .game_id = transform_number(res, i, 2),
		    .file = transform_field(res, i, 3),
		    .sheet = transform_field(res, i, 4),
		    .row = transform_number(res, i, 5),
		    .column = transform_field(res, i, 6),
		    .value = transform_field(res, i, 7),
		    .message = PQgetvalue(res, i, 8)};
		for (k = 0; k < p->kinds; k++) {
			if (strcmp(p->kind[k].kind, f.kind) == 0)
				break;
		}
		if (k == p->kinds)
			pipeline_count(p, f.kind, transform_number(res, i, 9));
		pipeline_finding(p, &f);
	}
	PQclear(res);
	return (0);
}

int
transform_drop(struct pipeline *p, struct err *e)
{
	struct buf sql;
	int rc;

	if (p->conn == NULL || db_lost(p->conn)) {
		db_close(p->conn);
		p->conn = NULL;
		if (db_open(p->o->conninfo, "etl", &p->conn, e) == -1)
			return (-1);
	}
	buf_init(&sql, BUF_MAX_LINE);
	buf_text(&sql, "drop schema if exists ");
	db_quote_name(&sql, p->schema);
	buf_text(&sql, " cascade");
	rc = db_script(p->conn, buf_string(&sql), e);
	buf_cleanup(&sql);
	return (rc);
}
