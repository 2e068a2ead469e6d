/*
 * load: a piece is a table. Rows come as the bytes of the file, so they are
 * written as they are. A file that would not change is not written anew.
 */
#include "etl/load.h"

#include <string.h>

#include "core/buf.h"
#include "core/clock.h"
#include "db/db.h"
#include "etl/node_sql.h"
#include "etl/output.h"
#include "io/revision.h"

struct load_piece {
	const struct contract_table *table;
	const char *path;     /* in .next */
	const char *old_path; /* of the published file; NULL: write anyway */
	struct revision file;
	bool begun;
};

struct load {
	struct pipeline *p;
	struct load_piece *piece;
	size_t pieces;
};

static void *
load_next(void *arg)
{
	struct load *l = arg;
	size_t i;

	for (i = 0; i < l->pieces; i++) {
		if (!l->piece[i].begun)
			return (&l->piece[i]);
	}
	return (NULL);
}

static int
load_start(void *arg, void *piece, PGconn *conn, struct err *e)
{
	struct load_piece *x = piece;
	struct buf sql;
	int rc = 0;

	(void)arg;
	x->begun = true;
	if (revision_open(&x->file, x->old_path, x->path, e) == -1)
		return (-1);
	buf_init(&sql, BUF_MAX_SQL);
	node_sql_export(&sql, x->table);
	if (PQsendQuery(conn, buf_string(&sql)) != 1)
		rc = db_fail(conn, NULL, e);
	buf_cleanup(&sql);
	return (rc);
}

static int
load_copied(void *arg, void *piece, const char *data, int len, struct err *e)
{
	struct load_piece *x = piece;

	(void)arg;
	return (revision_write(&x->file, data, (size_t)len, e));
}

static int
load_result(void *arg, void *piece, PGconn *conn, PGresult *res, struct err *e)
{
	struct load_piece *x = piece;

	(void)arg;
	if (PQresultStatus(res) == PGRES_COMMAND_OK)
		return (0);
	(void)db_fail(conn, res, e);
	return (err_context(e, "%s", x->table->name));
}

static int
load_done(void *arg, void *piece, struct err *e)
{
	struct load *l = arg;
	struct load_piece *x = piece;

	if (revision_end(&x->file, e) == -1)
		return (-1);
	revision_close(&x->file);
	pipeline_progress(l->p, 1, NULL);
	return (0);
}

static bool
load_stopped(void *arg)
{
	struct load *l = arg;

	return (pipeline_stopped(l->p));
}

static void
load_collect(struct load *l)
{
	struct pipeline *p = l->p;
	struct load_piece *x;
	size_t i;

	l->piece =
	    arena_alloc(p->arena, (p->graph.count + 1) * sizeof(*l->piece));
	for (i = 0; i < p->graph.count; i++) {
		if (p->graph.node[i]->kind != GRAPH_TABLE)
			continue;
		x = &l->piece[l->pieces++];
		x->table = contract_find(&p->contract, p->graph.node[i]->name);
		x->path = arena_printf(p->arena, "%s/" OUTPUT_NEXT "/%s.csv",
		    p->o->output_dir, p->graph.node[i]->name);
		/* A wipe keeps what .next names: all of them must be there. */
		if (!p->o->wipe)
			x->old_path = arena_printf(p->arena, "%s/%s.csv",
			    p->o->output_dir, p->graph.node[i]->name);
	}
}

int
load_files(struct pipeline *p, struct err *e)
{
	struct load l = {.p = p};
	struct lanes_work work = {.arg = &l,
	    .stopped = load_stopped,
	    .next = load_next,
	    .start = load_start,
	    .result = load_result,
	    .copied = load_copied,
	    .done = load_done};
	struct etl_step step = {.name = "data/output",
	    .kind = ETL_WRITE,
	    .state = ETL_STEP_RUNNING,
	    .rows = -1,
	    .duration_ms = -1};
	int64_t begun = clock_monotonic_ms();
	size_t i;
	int rc;

	pipeline_step(p, &step);
	pipeline_progress(p, 0, "Writing CSV files");
	load_collect(&l);
	p->wrote = true;
	rc = output_begin(p->o->output_dir, e);
	if (rc == 0)
		rc = lanes_run(&p->lanes, &work, e);
	for (i = 0; i < l.pieces; i++)
		revision_close(&l.piece[i].file);
	step.state = rc == 0 ? ETL_STEP_COMPLETED : ETL_STEP_FAILED;
	step.rows = p->rows;
	step.duration_ms = clock_monotonic_ms() - begun;
	if (rc == 0)
		pipeline_step(p, &step);
	return (rc);
}
