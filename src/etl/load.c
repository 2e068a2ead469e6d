/*
 * load: a piece is a table. Rows come as the bytes of the file, so they are
 * written as they are. A file that would not change is not written anew.
 */
#include "etl/load.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "core/buf.h"
#include "core/clock.h"
#include "db/db.h"
#include "etl/node_sql.h"
#include "etl/output.h"
#include "io/revision.h"
#include "io/splice.h"

struct load_piece {
	const struct contract_table *table;
	struct pipeline_table *stands;
	const char *schema;   /* of the rows */
	const char *path;     /* in .next */
	const char *old_path; /* of the published file; NULL: write anyway */
	bool part; /* rows of some games: spliced into the old file */
	struct splice_how how;
	struct splice splice;
	struct revision file;
	bool begun;
};

struct load {
	struct pipeline *p;
	struct load_piece *piece;
	size_t pieces;
	int *gone; /* games whose rows go; sorted */
	size_t gone_count;
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
	int rc;

	(void)arg;
	x->begun = true;
	if (x->part)
		rc = splice_open(&x->splice, &x->how, e);
	else
		rc = revision_open(&x->file, x->old_path, x->path, e);
	if (rc == -1)
		return (-1);
	buf_init(&sql, BUF_MAX_SQL);
	node_sql_export(&sql, x->schema, x->table);
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
	if (x->part)
		return (splice_row(&x->splice, data, (size_t)len, e));
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

/* How long the file will be; the old one's length where none is written. */
static int
load_size(const char *path, int64_t *bytes, struct err *e)
{
	struct stat st;

	if (stat(path, &st) == -1)
		return (err_set_errno(e, ERR_UNEXPECTED, "%s", path));
	*bytes = (int64_t)st.st_size;
	return (0);
}

static int
load_spliced(struct load *l, struct load_piece *x, struct err *e)
{
	struct splice *s = &x->splice;
	int64_t more;

	if (splice_end(s, e) == -1)
		return (-1);
	splice_close(s);
	if (s->result == SPLICE_NEW)
		return (load_size(x->path, &x->stands->bytes, e));
	if (s->result == SPLICE_NOTHING)
		return (0);
	if (load_size(arena_printf(l->p->arena, "%s+%lld", x->path,
			  (long long)x->stands->bytes),
		&more, e) == -1)
		return (-1);
	x->stands->bytes += more;
	return (0);
}

static int
load_revised(struct load_piece *x, struct err *e)
{
	bool written;

	if (revision_end(&x->file, e) == -1)
		return (-1);
	written = x->file.old == NULL;
	revision_close(&x->file);
	return (
	    load_size(written ? x->path : x->old_path, &x->stands->bytes, e));
}

static int
load_done(void *arg, void *piece, struct err *e)
{
	struct load *l = arg;
	struct load_piece *x = piece;
	int rc;

	rc = x->part ? load_spliced(l, x, e) : load_revised(x, e);
	pipeline_progress(l->p, 1, NULL);
	return (rc);
}

static bool
load_stopped(void *arg)
{
	struct load *l = arg;

	return (pipeline_stopped(l->p));
}

/* The place of a column, and how it sorts. -1: no such column. */
static int
load_key(const struct contract_table *t, const char *name, size_t len,
    struct splice_key *out, struct err *e)
{
	const char *type;
	size_t i;

	for (i = 0; i < t->columns; i++) {
		if (strlen(t->column[i].name) != len ||
		    strncmp(t->column[i].name, name, len) != 0)
			continue;
		type = t->column[i].type;
		out->column = i;
		out->number =
		    strcmp(type, "integer") == 0 || strcmp(type, "bigint") == 0;
		if (out->number || strcmp(type, "text") == 0)
			return (0);
	}
	return (err_set(e, ERR_CONFIG, "%s: cannot be ordered by %.*s", t->name,
	    (int)len, name));
}

/* The columns of a header's `order: a, b`; of none, the game. */
static int
load_order(const struct graph_node *n, struct load_piece *x, struct err *e)
{
	const char *c = n->order == NULL ? "game_id" : n->order;
	struct splice_key game;
	size_t len;

	if (load_key(x->table, "game_id", strlen("game_id"), &game, e) == -1)
		return (-1);
	x->how.game_column = game.column;
	for (; *c != '\0'; c += len + strspn(c + len, ", ")) {
		len = strcspn(c, ", ");
		if (x->how.keys == SPLICE_KEYS)
			return (err_set(e, ERR_LIMIT, "%s: order", n->path));
		if (load_key(x->table, c, len, &x->how.key[x->how.keys++], e) ==
		    -1)
			return (-1);
	}
	return (0);
}

static int
load_add(struct load *l, const struct graph_node *n, struct err *e)
{
	struct pipeline *p = l->p;
	struct load_piece *x = &l->piece[l->pieces++];

	x->table = contract_find(&p->contract, n->name);
	x->stands = &p->table[n->place];
	x->path = arena_printf(
	    p->arena, "%s/" OUTPUT_NEXT "/%s.csv", p->o->output_dir, n->name);
	/* A wipe keeps what .next names: all of them must be there. */
	if (!p->o->wipe)
		x->old_path = arena_printf(
		    p->arena, "%s/%s.csv", p->o->output_dir, n->name);
	x->part = p->changed != NULL && n->by_game;
	x->schema = x->part ? p->run.games : p->schema;
	if (!x->part)
		return (0);
	x->how.path = x->path;
	x->how.old_path = x->old_path;
	x->how.gone = l->gone;
	x->how.gone_count = l->gone_count;
	return (load_order(n, x, e));
}

/* The games of `{1,2}`, which are sorted. */
static void
load_gone(struct load *l)
{
	const char *c = l->p->run.replaced;
	char *end;

	if (c == NULL)
		return;
	l->gone = arena_alloc(l->p->arena, (strlen(c) + 1) * sizeof(int));
	for (c++; *c != '}' && *c != '\0'; c = end + (*end == ','))
		l->gone[l->gone_count++] = (int)strtol(c, &end, 10);
}

/* The tables whose files may change. */
static int
load_collect(struct load *l, struct err *e)
{
	struct pipeline *p = l->p;
	const struct graph_node *n;
	size_t i;

	load_gone(l);
	l->piece =
	    arena_alloc(p->arena, (p->graph.count + 1) * sizeof(*l->piece));
	for (i = 0; i < p->graph.count; i++) {
		n = p->graph.node[i];
		if (n->kind != GRAPH_TABLE)
			continue;
		if (!n->wanted)
			pipeline_progress(p, 1, NULL);
		else if (load_add(l, n, e) == -1)
			return (-1);
	}
	return (0);
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
	p->wrote = true;
	rc = load_collect(&l, e);
	if (rc == 0)
		rc = output_begin(p->o->output_dir, e);
	if (rc == 0)
		rc = lanes_run(&p->lanes, &work, e);
	for (i = 0; i < l.pieces; i++) {
		revision_close(&l.piece[i].file);
		splice_close(&l.piece[i].splice);
	}
	step.state = rc == 0 ? ETL_STEP_COMPLETED : ETL_STEP_FAILED;
	step.rows = p->rows;
	step.duration_ms = clock_monotonic_ms() - begun;
	if (rc == 0)
		pipeline_step(p, &step);
	return (rc);
}
