/*
 * check: a piece is a file of sql/checks, or all links of one child table.
 */
#include "etl/check.h"

#include <stdlib.h>
#include <string.h>

#include "core/buf.h"
#include "core/clock.h"
#include "db/db.h"
#include "etl/node_sql.h"

struct check_piece {
	const char *name; /* of the step */
	const char *sql;
	const struct graph_node *node; /* NULL: links */
	int64_t begun_ms;
	bool begun;
};

struct check {
	struct pipeline *p;
	struct check_piece *piece;
	size_t pieces;
};

static bool
check_is_built(const struct pipeline *p, const char *table)
{
	const struct graph_node *n = graph_find(&p->graph, table);

	return (n != NULL && n->kind == GRAPH_TABLE && n->wanted);
}

/* A link that is to hold, between tables that are there. */
static bool
check_counts(const struct pipeline *p, const struct contract_link *l)
{
	return (
	    (l->enforced || (l->why != NULL && strcmp(l->why, "kept") != 0)) &&
	    check_is_built(p, l->child) && check_is_built(p, l->parent));
}

static void
check_add(struct check *c, const char *name, const struct graph_node *node,
    struct buf *sql)
{
	struct check_piece *x = &c->piece[c->pieces++];

	x->name = name;
	x->node = node;
	x->sql = arena_strdup(c->p->arena, buf_string(sql));
}

/* The links of a child table in one statement; nothing if it has none. */
static void
check_add_links(struct check *c, const char *table, struct buf *sql)
{
	const struct contract *contract = &c->p->contract;
	size_t i;

	buf_reset(sql);
	for (i = 0; i < contract->links; i++) {
		if (strcmp(contract->link[i].child, table) == 0 &&
		    check_counts(c->p, &contract->link[i]))
			node_sql_link(sql, i, &contract->link[i]);
	}
	if (sql->len > 0)
		check_add(c, arena_printf(c->p->arena, "links of %s", table),
		    NULL, sql);
}

static void
check_collect(struct check *c)
{
	struct graph *g = &c->p->graph;
	struct buf sql;
	size_t i;

	c->piece = arena_alloc(c->p->arena, (g->count + 1) * sizeof(*c->piece));
	buf_init(&sql, BUF_MAX_SQL);
	for (i = 0; i < g->count; i++) {
		if (g->node[i]->kind == GRAPH_TABLE)
			check_add_links(c, g->node[i]->name, &sql);
		if (g->node[i]->kind != GRAPH_CHECK)
			continue;
		buf_reset(&sql);
		node_sql_check(&sql, g->node[i]);
		check_add(c, g->node[i]->name, g->node[i], &sql);
	}
	buf_cleanup(&sql);
}

int
check_units(const struct pipeline *p)
{
	size_t i, k;
	int n = 0;

	for (i = 0; i < p->graph.count; i++) {
		if (p->graph.node[i]->kind == GRAPH_CHECK)
			n++;
		if (p->graph.node[i]->kind != GRAPH_TABLE)
			continue;
		for (k = 0; k < p->contract.links; k++) {
			if (strcmp(p->contract.link[k].child,
				p->graph.node[i]->name) == 0 &&
			    check_counts(p, &p->contract.link[k]))
				break;
		}
		n += k < p->contract.links;
	}
	return (n);
}

static void *
check_next(void *arg)
{
	struct check *c = arg;
	size_t i;

	for (i = 0; i < c->pieces; i++) {
		if (!c->piece[i].begun)
			return (&c->piece[i]);
	}
	return (NULL);
}

static void
check_report(
    struct check *c, const struct check_piece *x, enum etl_step_state state)
{
	struct etl_step step = {.name = x->name,
	    .kind = ETL_CHECK,
	    .state = state,
	    .rows = -1,
	    .duration_ms = state == ETL_STEP_RUNNING
			       ? -1
			       : clock_monotonic_ms() - x->begun_ms};

	pipeline_step(c->p, &step);
}

static int
check_start(void *arg, void *piece, PGconn *conn, struct err *e)
{
	struct check *c = arg;
	struct check_piece *x = piece;

	x->begun = true;
	x->begun_ms = clock_monotonic_ms();
	check_report(c, x, ETL_STEP_RUNNING);
	pipeline_progress(
	    c->p, 0, arena_printf(c->p->arena, "Checking %s", x->name));
	if (PQsendQuery(conn, x->sql) == 1)
		return (0);
	return (db_fail(conn, NULL, e));
}

static void
check_finding(struct check *c, const char *kind, const char *message)
{
	struct etl_finding f = {
	    .severity = "error", .kind = kind, .message = message};

	pipeline_count(c->p, kind, 1);
	pipeline_finding(c->p, &f);
}

/* A check gives one row: how many, the first. */
static void
check_judge(struct check *c, const struct check_piece *x, const PGresult *res)
{
	const char *count = PQgetvalue(res, 0, 0);

	if (strcmp(count, "0") == 0)
		return;
	check_finding(c, "check_failed",
	    arena_printf(c->p->arena, "%s: %s rows, e.g. %s", x->name, count,
		PQgetvalue(res, 0, 1)));
}

/* Links give a row each: which, how many values, one of them. */
static void
check_judge_links(struct check *c, const PGresult *res)
{
	const struct contract_link *l;
	int i;

	for (i = 0; i < PQntuples(res); i++) {
		if (strcmp(PQgetvalue(res, i, 1), "0") == 0)
			continue;
		l = &c->p->contract
			 .link[strtoul(PQgetvalue(res, i, 0), NULL, 10)];
		check_finding(c, "foreign_key",
		    arena_printf(c->p->arena,
			"%s.%s: %s values are not in %s, e.g. %s", l->child,
			l->column, PQgetvalue(res, i, 1), l->parent,
			PQgetvalue(res, i, 2)));
	}
}

static int
check_result(void *arg, void *piece, PGconn *conn, PGresult *res, struct err *e)
{
	struct check *c = arg;
	struct check_piece *x = piece;

	if (PQresultStatus(res) != PGRES_TUPLES_OK) {
		(void)db_fail(conn, res, e);
		check_report(c, x, ETL_STEP_FAILED);
		return (err_context(e, "%s", x->name));
	}
	if (x->node == NULL)
		check_judge_links(c, res);
	else
		check_judge(c, x, res);
	return (0);
}

static int
check_done(void *arg, void *piece, struct err *e)
{
	struct check *c = arg;

	(void)e;
	check_report(c, piece, ETL_STEP_COMPLETED);
	pipeline_progress(c->p, 1, NULL);
	return (0);
}

static bool
check_stopped(void *arg)
{
	struct check *c = arg;

	return (pipeline_stopped(c->p));
}

int
check_run(struct pipeline *p, struct err *e)
{
	struct check c = {.p = p};
	struct lanes_work work = {.arg = &c,
	    .stopped = check_stopped,
	    .next = check_next,
	    .start = check_start,
	    .result = check_result,
	    .done = check_done};

	check_collect(&c);
	return (lanes_run(&p->lanes, &work, e));
}
