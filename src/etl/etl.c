/*
 * etl: the phases of a run in order, and what is left when one of them fails:
 * nothing. The work itself is in selection, extract, transform, check, load,
 * publish and tidy.
 */
#include "etl/etl.h"

#include <string.h>

#include "core/clock.h"
#include "db/db.h"
#include "etl/build_schema.h"
#include "etl/check.h"
#include "etl/extract.h"
#include "etl/findings.h"
#include "etl/fingerprint.h"
#include "etl/incremental.h"
#include "etl/load.h"
#include "etl/output.h"
#include "etl/pipeline.h"
#include "etl/publish.h"
#include "etl/selection.h"
#include "etl/tidy.h"
#include "etl/transform.h"

static void
etl_file_started(void *arg, const char *path)
{
	struct pipeline *p = arg;
	struct etl_step step = {.name = path,
	    .kind = ETL_READ,
	    .state = ETL_STEP_RUNNING,
	    .rows = -1,
	    .duration_ms = -1};

	pipeline_step(p, &step);
	pipeline_reading(p, path);
}

static void
etl_file_done(void *arg, const char *path, long rows, bool reused)
{
	struct pipeline *p = arg;
	struct etl_step step = {.name = path,
	    .kind = ETL_READ,
	    .state = ETL_STEP_COMPLETED,
	    .rows = rows,
	    .reused = reused,
	    .duration_ms = -1};

	pipeline_step(p, &step);
	pipeline_progress(p, 1, NULL);
}

static int
etl_extract(struct pipeline *p, struct selection *s, struct err *e)
{
	const struct extract_options options = {.input_dir = p->o->input_dir,
	    .conn = p->conn,
	    .conninfo = p->o->conninfo,
	    .threads = pipeline_lane_count(p),
	    .use_cache = p->o->use_cache};
	const struct extract_hooks hooks = {.arg = p,
	    .stopped = pipeline_stopped,
	    .file_started = etl_file_started,
	    .file_done = etl_file_done};
	struct extract_result read = {0};
	int rc;

	rc = extract_files(&options, &s->list, &hooks, &read, e);
	if (rc == 0)
		rc = selection_apply(p, s, &read, e);
	extract_result_cleanup(&read);
	return (rc);
}

/* Counts the units of work and names the steps that will come. */
static void
etl_announce(struct pipeline *p, const struct selection *s)
{
	struct etl_step step = {.kind = ETL_WRITE,
	    .state = ETL_STEP_PENDING,
	    .name = "data/output",
	    .rows = -1,
	    .duration_ms = -1};
	size_t i;

	p->all += (int)s->list.count;
	for (i = 0; i < p->graph.count; i++)
		p->all += p->graph.node[i]->kind != GRAPH_CHECK;
	selection_announce(p, s);
	transform_announce(p);
	if (p->o->mode == ETL_TEST) {
		p->all += check_units(p);
		return;
	}
	p->all += p->tables + 1; /* files, the publication */
	pipeline_step(p, &step);
	step.kind = ETL_PUBLISH;
	step.name = "publish";
	pipeline_step(p, &step);
}

/* From the inputs to whole tables in the build schema. */
static int
etl_build(struct pipeline *p, struct err *e)
{
	struct selection s;
	int rc = -1;

	if (selection_find(p, &s, e) == -1)
		goto out;
	etl_announce(p, &s);
	if (build_schema_make(p, e) == -1 || fingerprint_make(p, e) == -1 ||
	    pipeline_lanes(p, e) == -1 || etl_extract(p, &s, e) == -1)
		goto out;
	if (p->o->mode == ETL_INCREMENTAL && incremental_plan(p, e) == -1)
		goto out;
	if (p->unchanged ||
	    (transform_build(p, e) == 0 && findings_report(p, e) == 0 &&
		publish_prepare(p, e) == 0))
		rc = 0;
out:
	selection_cleanup(&s);
	return (rc);
}

static int
etl_publish(struct pipeline *p, struct err *e)
{
	struct etl_step step = {.kind = ETL_PUBLISH,
	    .state = ETL_STEP_RUNNING,
	    .name = "publish",
	    .rows = -1,
	    .duration_ms = -1};
	int64_t begun = clock_monotonic_ms();

	if (load_files(p, e) == -1 || tidy_steps(p, e) == -1 ||
	    output_mark(p->o->output_dir, p->data_version, p->o->wipe, e) == -1)
		return (-1);
	pipeline_step(p, &step);
	pipeline_progress(p, 0, "Publishing");
	if (publish_swap(p, e) == -1)
		return (-1);
	step.state = ETL_STEP_COMPLETED;
	step.rows = p->rows;
	step.duration_ms = clock_monotonic_ms() - begun;
	pipeline_step(p, &step);
	pipeline_progress(p, 1, "ETL complete");
	return (0);
}

/*
 * After the commit the run has succeeded, whatever happens; what cannot be
 * tidied now, etl_recover does before the next run.
 */
static void
etl_tidy(struct pipeline *p)
{
	struct err e;

	if (p->wrote && output_finish(p->o->output_dir, &e) == -1)
		pipeline_log(p, ETL_ERROR, "data/output", "%s", e.text);
	if (tidy_replaced(p, &e) == -1)
		pipeline_log(p, ETL_WARNING, NULL, "%s", e.text);
}

/* Nothing of a failed run is left: no schema, no file. */
static void
etl_undo(struct pipeline *p)
{
	struct err e;

	lanes_close(&p->lanes);
	if (p->o->mode != ETL_TEST && p->wrote &&
	    output_drop(p->o->output_dir, &e) == -1)
		pipeline_log(p, ETL_ERROR, "data/output", "%s", e.text);
	if (p->arena != NULL && build_schema_drop(p, &e) == -1)
		pipeline_log(p, ETL_ERROR, NULL, "%s", e.text);
}

static void
etl_result(const struct pipeline *p, struct etl_result *out)
{
	const char *c;

	memset(out, 0, sizeof(*out));
	out->tables = p->o->mode == ETL_TEST ? 0 : p->tables;
	out->rows = p->rows;
	out->duration_ms = clock_monotonic_ms() - p->begun_ms;
	for (c = p->games; *c != '\0'; c++)
		out->games += *c == ',';
	out->games += strcmp(p->games, "{}") != 0;
	memcpy(out->data_version, p->data_version, sizeof(out->data_version));
}

/* Ends a run that publishes nothing: a test, or one without changes. */
static int
etl_leave(struct pipeline *p, struct err *e)
{
	if (p->unchanged) {
		if (publish_unchanged(p, e) == -1)
			return (-1);
	} else if (check_run(p, e) == -1 || publish_nothing(p, e) == -1)
		return (-1);
	/* What was not built counts as done. */
	pipeline_progress(
	    p, p->unchanged ? p->all - p->done : 0, "ETL complete");
	etl_undo(p);
	return (0);
}

int
etl_run(const struct etl_options *o, const struct etl_hooks *h,
    struct etl_result *out, struct err *e)
{
	struct pipeline p;
	int rc = -1;

	err_clear(e);
	if (pipeline_open(&p, o, h, e) == -1 || etl_build(&p, e) == -1)
		goto out;
	if (p.unchanged || o->mode == ETL_TEST)
		rc = etl_leave(&p, e);
	else
		rc = etl_publish(&p, e);
	if (rc == 0) {
		etl_tidy(&p);
		etl_result(&p, out);
	}
out:
	if (rc == -1)
		etl_undo(&p);
	pipeline_close(&p);
	return (rc);
}

/* Drops all build schemas: whoever holds the ETL lock is the only builder. */
static int
etl_drop_builds(PGconn *conn, struct err *e)
{
	PGresult *res;
	struct buf sql;
	int i, rc = 0;

	if (db_rows(conn, "run_recover", 0, NULL, &res, e) == -1)
		return (-1);
	buf_init(&sql, BUF_MAX_LINE);
	for (i = 0; i < PQntuples(res) && rc == 0; i++) {
		buf_reset(&sql);
		buf_text(&sql, "drop schema if exists ");
		db_quote_name(&sql, PQgetvalue(res, i, 0));
		buf_text(&sql, " cascade");
		rc = db_script(conn, buf_string(&sql), e);
	}
	PQclear(res);
	buf_cleanup(&sql);
	return (rc);
}

/* Finishes .next when its tables are the published ones, else removes it. */
static int
etl_recover_output(
    PGconn *conn, const char *dir, struct arena *a, struct err *e)
{
	const char *waiting = output_version(a, dir);
	PGresult *res;
	bool published;

	if (*waiting == '\0')
		return (output_drop(dir, e));
	if (db_rows(conn, "publication_version", 0, NULL, &res, e) == -1)
		return (-1);
	published =
	    PQntuples(res) == 1 && strcmp(PQgetvalue(res, 0, 0), waiting) == 0;
	PQclear(res);
	return (published ? output_finish(dir, e) : output_drop(dir, e));
}

int
etl_recover(const struct etl_options *o, struct err *e)
{
	struct arena *a;
	PGconn *conn = NULL;
	int rc = -1;

	if ((a = arena_new()) == NULL)
		return (err_set(e, ERR_UNEXPECTED, "out of memory"));
	if (db_open(o->conninfo, "recover", &conn, e) == 0 &&
	    etl_drop_builds(conn, e) == 0)
		rc = etl_recover_output(conn, o->output_dir, a, e);
	db_close(conn);
	arena_free(a);
	return (rc);
}
