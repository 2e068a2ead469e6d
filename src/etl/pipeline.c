/*
 * pipeline: opening and closing of what a run shares, and its reports.
 */
#include "etl/pipeline.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "core/buf.h"
#include "core/clock.h"
#include "db/db.h"
#include "etl/comments.h"

/*
 * Durable is the publication alone: what a build writes before is thrown away
 * after a crash. Small new tables go to the WAL at commit instead of being
 * synced one by one. Statistics of a sample of 6,000 rows are enough for the
 * joins of a build, and take a third of the time.
 */
static const char pipeline_session[] =
    "set jit = off;"
    "set default_statistics_target = 20;"
    "set synchronous_commit = off;"
    "set max_parallel_workers_per_gather = 0;"
    "set max_parallel_maintenance_workers = 0;"
    "set synchronize_seqscans = off;"
    "set wal_skip_threshold = '1MB';"
    "set work_mem = '64MB';"
    "set search_path = ";

static const char *
pipeline_setup_sql(struct pipeline *p)
{
	struct buf sql;
	const char *text;

	buf_init(&sql, BUF_MAX_LINE);
	buf_text(&sql, pipeline_session);
	db_quote_name(&sql, p->schema);
	text = arena_strdup(p->arena, buf_string(&sql));
	buf_cleanup(&sql);
	return (text);
}

int
pipeline_open(struct pipeline *p, const struct etl_options *o,
    const struct etl_hooks *h, struct err *e)
{
	size_t i;

	memset(p, 0, sizeof(*p));
	p->o = o;
	p->h = h;
	p->begun_ms = clock_monotonic_ms();
	p->current = "Starting ETL...";
	p->games = p->files = "{}";
	(void)pthread_mutex_init(&p->lock, NULL);
	if ((p->arena = arena_new()) == NULL)
		return (err_set(e, ERR_UNEXPECTED, "out of memory"));
	p->schema = arena_printf(p->arena, "build_%s", o->run_id);
	p->run.games = arena_printf(p->arena, "%s_part", p->schema);
	p->run.players = arena_printf(p->arena, "%s_players", p->schema);
	graph_init(&p->graph, p->arena);
	if (graph_load(&p->graph, o->sql_dir, o->mode == ETL_TEST, e) == -1 ||
	    graph_link(&p->graph, e) == -1 ||
	    contract_load(p->arena,
		arena_printf(p->arena, "%s/contract", o->sql_dir), &p->contract,
		e) == -1 ||
	    comments_load(p->arena,
		arena_printf(p->arena, "%s/comments", o->sql_dir), &p->graph,
		&p->contract, e) == -1)
		return (-1);
	p->table =
	    arena_alloc(p->arena, (p->graph.count + 1) * sizeof(*p->table));
	for (i = 0; i < p->graph.count; i++)
		p->tables += p->graph.node[i]->kind == GRAPH_TABLE;
	if (db_open(o->conninfo, "etl", &p->conn, e) == -1)
		return (-1);
	return (db_script(p->conn, pipeline_setup_sql(p), e));
}

void
pipeline_close(struct pipeline *p)
{
	lanes_close(&p->lanes);
	db_close(p->conn);
	p->conn = NULL;
	if (p->arena != NULL)
		arena_free(p->arena);
	p->arena = NULL;
	(void)pthread_mutex_destroy(&p->lock);
}

int
pipeline_lane_count(const struct pipeline *p)
{
	int n = p->o->connections;

	if (n <= 0)
		n = (int)sysconf(_SC_NPROCESSORS_ONLN);
	return (n < LANES_MAX ? n : LANES_MAX);
}

const char *
pipeline_path(struct pipeline *p, const char *first)
{
	struct buf sql;
	const char *text;

	buf_init(&sql, BUF_MAX_LINE);
	buf_text(&sql, "set search_path = ");
	if (first != NULL) {
		db_quote_name(&sql, first);
		buf_text(&sql, ", ");
	}
	db_quote_name(&sql, p->schema);
	buf_text(&sql, ", warehouse, kept;\n");
	text = arena_strdup(p->arena, buf_string(&sql));
	buf_cleanup(&sql);
	return (text);
}

int
pipeline_lanes(struct pipeline *p, struct err *e)
{
	struct lanes_setup how = {.conninfo = p->o->conninfo,
	    .purpose = "etl",
	    .sql = pipeline_setup_sql(p),
	    .count = pipeline_lane_count(p)};

	return (lanes_open(&p->lanes, &how, e));
}

const char *
pipeline_ids(struct arena *a, const int *ids, size_t n)
{
	struct buf text;
	const char *list;
	size_t i;

	buf_init(&text, BUF_MAX_JSON);
	if (ids == NULL)
		n = 0;
	for (i = 0; i < n; i++)
		buf_printf(&text, "%c%d", i == 0 ? '{' : ',', ids[i]);
	buf_text(&text, n == 0 ? "{}" : "}");
	list = arena_strdup(a, buf_string(&text));
	buf_cleanup(&text);
	return (list);
}

bool
pipeline_stopped(void *pipeline)
{
	struct pipeline *p = pipeline;
	bool stopped;

	(void)pthread_mutex_lock(&p->lock);
	stopped = p->h->stopped != NULL && p->h->stopped(p->h->arg);
	(void)pthread_mutex_unlock(&p->lock);
	return (stopped);
}

void
pipeline_progress(struct pipeline *p, int add, const char *current)
{
	(void)pthread_mutex_lock(&p->lock);
	p->done += add;
	if (current != NULL)
		p->current = current;
	if (p->h->progress != NULL)
		p->h->progress(p->h->arg, p->done, p->all, p->current);
	(void)pthread_mutex_unlock(&p->lock);
}

void
pipeline_reading(struct pipeline *p, const char *path)
{
	(void)pthread_mutex_lock(&p->lock);
	p->current = arena_printf(p->arena, "Reading %s", path);
	if (p->h->progress != NULL)
		p->h->progress(p->h->arg, p->done, p->all, p->current);
	(void)pthread_mutex_unlock(&p->lock);
}

void
pipeline_step(struct pipeline *p, const struct etl_step *step)
{
	(void)pthread_mutex_lock(&p->lock);
	if (p->h->step != NULL)
		p->h->step(p->h->arg, step);
	(void)pthread_mutex_unlock(&p->lock);
}

void
pipeline_log(struct pipeline *p, enum etl_level level, const char *step,
    const char *fmt, ...)
{
	char text[ERR_TEXT_MAX];
	va_list ap;

	va_start(ap, fmt);
	(void)vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	(void)pthread_mutex_lock(&p->lock);
	if (p->h->log != NULL)
		p->h->log(p->h->arg, level, step, text);
	(void)pthread_mutex_unlock(&p->lock);
}

/* {severity} {file} {sheet} row {row} column {column}: {message} */
static void
pipeline_finding_line(struct buf *line, const struct etl_finding *f)
{
	buf_text(line, f->severity);
	if (f->file != NULL)
		buf_printf(line, " %s", f->file);
	if (f->sheet != NULL)
		buf_printf(line, " %s", f->sheet);
	if (f->row != 0)
		buf_printf(line, " row %d", f->row);
	if (f->column != NULL)
		buf_printf(line, " column %s", f->column);
	buf_printf(line, ": %s", f->message);
}

void
pipeline_finding(struct pipeline *p, const struct etl_finding *f)
{
	enum etl_level level = ETL_INFO;
	struct buf line;

	if (strcmp(f->severity, "error") == 0)
		level = ETL_ERROR;
	else if (strcmp(f->severity, "warning") == 0)
		level = ETL_WARNING;
	buf_init(&line, BUF_MAX_LINE);
	pipeline_finding_line(&line, f);
	(void)pthread_mutex_lock(&p->lock);
	if (p->h->finding != NULL)
		p->h->finding(p->h->arg, f);
	if (p->h->log != NULL)
		p->h->log(p->h->arg, level, NULL, buf_string(&line));
	(void)pthread_mutex_unlock(&p->lock);
	buf_cleanup(&line);
}

void
pipeline_count(struct pipeline *p, const char *kind, long count)
{
	int i;

	for (i = 0; i < p->kinds; i++) {
		if (strcmp(p->kind[i].kind, kind) == 0) {
			p->kind[i].count += count;
			return;
		}
	}
	if (p->kinds == PIPELINE_KINDS)
		return;
	p->kind[p->kinds].kind = arena_strdup(p->arena, kind);
	p->kind[p->kinds++].count = count;
}
