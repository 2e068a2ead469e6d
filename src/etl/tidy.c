/*
 * tidy: a piece is a statement that drops some of the tables.
 */
#include "etl/tidy.h"

#include "core/buf.h"
#include "db/db.h"
#include "etl/build_schema.h"

#define TIDY_PIECES (4 * LANES_MAX)

struct tidy {
	struct pipeline *p;
	const char *sql[TIDY_PIECES];
	int count, begun;
	bool certain; /* runs to its end */
};

static bool
tidy_stopped(void *arg)
{
	struct tidy *t = arg;

	return (!t->certain && pipeline_stopped(t->p));
}

static void *
tidy_next(void *arg)
{
	struct tidy *t = arg;

	return (t->begun < t->count ? &t->sql[t->begun++] : NULL);
}

static int
tidy_start(void *arg, void *piece, PGconn *conn, struct err *e)
{
	const char *const *sql = piece;

	(void)arg;
	if (PQsendQuery(conn, *sql) == 1)
		return (0);
	return (db_fail(conn, NULL, e));
}

static int
tidy_result(void *arg, void *piece, PGconn *conn, PGresult *res, struct err *e)
{
	(void)arg;
	(void)piece;
	if (PQresultStatus(res) == PGRES_COMMAND_OK)
		return (0);
	return (db_fail(conn, res, e));
}

static int
tidy_done(void *arg, void *piece, struct err *e)
{
	(void)arg;
	(void)piece;
	(void)e;
	return (0);
}

/* Drops the named tables of a schema, two statements a lane. */
static int
tidy_drop(struct tidy *t, const char *schema, const char *const *names,
    size_t n, struct err *e)
{
	struct lanes_work work = {.arg = t,
	    .stopped = tidy_stopped,
	    .next = tidy_next,
	    .start = tidy_start,
	    .result = tidy_result,
	    .done = tidy_done};
	size_t i, at, pieces = (size_t)t->p->lanes.count * 2;
	struct buf sql;

	buf_init(&sql, BUF_MAX_SQL);
	for (at = 0; at < pieces && at < n; at++) {
		buf_reset(&sql);
		for (i = at; i < n; i += pieces) {
			buf_text(&sql, i == at ? "drop table " : ", ");
			db_quote_name(&sql, schema);
			buf_text(&sql, ".");
			db_quote_name(&sql, names[i]);
		}
		buf_text(&sql, " cascade");
		t->sql[t->count++] =
		    arena_strdup(t->p->arena, buf_string(&sql));
	}
	buf_cleanup(&sql);
	return (lanes_run(&t->p->lanes, &work, e));
}

int
tidy_steps(struct pipeline *p, struct err *e)
{
	struct tidy t = {.p = p};
	const char **names;
	size_t i, n = 0;

	/* Of some games all is small: it goes with the rest, afterwards. */
	if (p->changed != NULL)
		return (0);
	names = arena_alloc(p->arena, (p->graph.count + 1) * sizeof(*names));
	for (i = 0; i < p->graph.count; i++) {
		if (p->graph.node[i]->kind == GRAPH_BASE &&
		    !p->graph.node[i]->keep)
			names[n++] = p->graph.node[i]->name;
	}
	return (tidy_drop(&t, p->schema, names, n, e));
}

/* Drops the tables of a schema. */
static int
tidy_schema(struct pipeline *p, const char *schema, struct err *e)
{
	struct tidy t = {.p = p, .certain = true};
	const char **names;
	PGresult *res;
	size_t i, n;
	int rc;

	if (db_rows(p->conn, "schema_tables", 1, &schema, &res, e) == -1)
		return (-1);
	n = (size_t)PQntuples(res);
	names = arena_alloc(p->arena, (n + 1) * sizeof(*names));
	for (i = 0; i < n; i++)
		names[i] = PQgetvalue(res, (int)i, 0);
	rc = tidy_drop(&t, schema, names, n, e);
	PQclear(res);
	return (rc);
}

int
tidy_replaced(struct pipeline *p, struct err *e)
{
	const char *old = arena_printf(p->arena, "%s_old", p->schema);
	int rc;

	if (p->changed != NULL)
		rc = tidy_schema(p, p->run.players, e) == 0 &&
			     tidy_schema(p, p->run.games, e) == 0 &&
			     tidy_schema(p, p->schema, e) == 0
			 ? build_schema_drop(p, e)
			 : -1;
	else
		rc =
		    tidy_schema(p, old, e) == 0
			? db_none(p->conn, "publish_drop_old", 1, &p->schema, e)
			: -1;
	if (rc == -1)
		return (-1);
	return (db_none(p->conn, "raw_sweep", 1, &p->files, e));
}
