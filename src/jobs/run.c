/*
 * run: an ETL goes to etl_run with a reporter beside it; what this version
 * cannot do yet fails with a word that says so.
 */
#include "jobs/run.h"

#include <stdio.h>
#include <string.h>

#include "core/buf.h"
#include "core/json.h"
#include "core/logger.h"
#include "db/db.h"
#include "jobs/job_request.h"
#include "jobs/reporter.h"

#define NOT_CONFIGURED                                                         \
	"Supabase is not configured: set SUPABASE_URL and "                    \
	"SUPABASE_SERVICE_KEY, or SUPABASE_DB_URL"
#define CANCELLED "cancelled, nothing was published"
#define NO_UPLOAD "uploading is not part of this version yet"
#define NO_SCHEMA "writing the schema is not part of this version yet"
#define NO_STAGED                                                              \
	"no staged rows: stage the league's tables and its tracking first, "   \
	"or use source excel"

static void
log_end(const struct queue_job *job, int rc, const struct etl_result *out,
    const struct err *e)
{
	char fields[128];

	(void)snprintf(fields, sizeof(fields), "job=%s kind=%s", job->id,
	    job_kind_name(job->kind));
	if (rc == 0)
		logger_info(fields,
		    "completed: %d tables, %lld rows in %lld ms", out->tables,
		    (long long)out->rows, (long long)out->duration_ms);
	else if (e->code == ERR_CANCELLED)
		logger_info(fields, "stopped: %s", e->text);
	else
		logger_error(fields, "failed: %s", e->text);
}

/* Why the upload that this configuration has not cannot be done. */
static const char *
upload_error(const struct runner_options *o)
{
	return (o->supabase_configured ? NO_UPLOAD : NOT_CONFIGURED);
}

static void
fill_options(
    const struct runner_options *o, const char *run_id, struct etl_options *out)
{
	*out = (struct etl_options){.conninfo = o->conninfo,
	    .input_dir = o->input_dir,
	    .output_dir = o->output_dir,
	    .sql_dir = o->sql_dir,
	    .seeds_dir = o->seeds_dir,
	    .run_id = run_id,
	    .export_pii = o->export_pii,
	    .connections = o->connections};
}

int
run_recover(const struct runner_options *options, struct err *e)
{
	struct etl_options eo;

	fill_options(options, "", &eo);
	return ((options->recover != NULL ? options->recover : etl_recover)(
	    &eo, e));
}

/* Completes a row that the run had no transaction of its own to do it in. */
static int
complete_late(struct reporter *r, PGconn *conn, const struct etl_result *out,
    struct err *e)
{
	struct json_out o;
	struct buf json;
	int rc;

	buf_init(&json, BUF_MAX_LINE);
	json_begin(&o, &json);
	json_object(&o);
	json_key(&o, "tables_created");
	json_integer(&o, out->tables);
	json_key(&o, "rows");
	json_integer(&o, out->rows);
	json_key(&o, "data_version");
	json_string(&o, out->data_version[0] ? out->data_version : NULL);
	json_object_end(&o);
	rc = reporter_complete(r, conn, buf_string(&json), e);
	buf_cleanup(&json);
	return (rc);
}

/* PostgreSQL's own words for a connection that it ended. */
static bool
says_lost(const struct err *e)
{
	static const char *const words[] = {"terminating connection",
	    "server closed the connection", "connection to server",
	    "no connection to the server", "connection was lost",
	    "could not receive data", "could not send data",
	    "the database system is"};
	size_t i;

	if (e->code != ERR_DATABASE)
		return (false);
	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (strstr(e->text, words[i]) != NULL)
			return (true);
	}
	return (false);
}

/* Turns why the run stopped into the reason that its job gets. */
static void
settle_reason(const struct run *run, enum reporter_stop why, struct err *e)
{
	bool stopped = run->stop != NULL && atomic_load(run->stop) != 0;

	if (why == REPORTER_LOST || db_lost(run->queue->conn) || says_lost(e))
		(void)err_set(e, ERR_DATABASE, QUEUE_LOST);
	else if (why == REPORTER_TIMEOUT)
		(void)err_set(e, ERR_TIMEOUT,
		    "Job exceeded the limit of %d seconds",
		    run->options->job_timeout_seconds);
	else if (why == REPORTER_ENDED)
		(void)err_set(e, ERR_CANCELLED, CANCELLED);
	else if (stopped && e->code == ERR_CANCELLED)
		(void)err_set(e, ERR_CANCELLED, "%s",
		    run->stop_cancels ? CANCELLED : QUEUE_INTERRUPTED);
}

/* Gives a job that did not complete its final status. */
static void
end_row(struct run *run, const struct queue_job *job, enum reporter_stop why,
    const char *rest, const struct err *e)
{
	struct queue *q = run->queue;
	struct err trouble;
	int rc;

	if (why == REPORTER_ENDED)
		return;
	if (run->stop_cancels && e->code == ERR_CANCELLED)
		rc = queue_cancel(q, job->id, &trouble);
	else
		rc = queue_fail(q, job->id, e->text, rest, &trouble);
	/* The last changes must not keep a job from its end. */
	if (rc == -1 && !db_lost(q->conn))
		rc = queue_fail(q, job->id, e->text, "[]", &trouble);
	run->unended = rc == -1;
	if (rc == -1)
		logger_error(
		    NULL, "job %s: its end: %s", job->id, trouble.text);
}

/* Refuses what this version cannot run; fills the options of the rest. */
static int
prepare(const struct run *run, const struct queue_job *job,
    struct job_request *request, struct etl_options *eo, struct err *e)
{
	if (job->kind == JOB_UPLOAD)
		return (
		    err_set(e, ERR_UPLOAD, "%s", upload_error(run->options)));
	if (job->kind == JOB_SCHEMA)
		return (err_set(e, ERR_UPLOAD, NO_SCHEMA));
	if (job_request_parse(run->arena, job->request, request, e) == -1)
		return (-1);
	if (request->staged)
		return (err_set(e, ERR_INPUT, NO_STAGED));
	fill_options(run->options, job->id, eo);
	eo->mode = request->mode;
	eo->game_ids = request->game_ids;
	eo->games = request->games;
	eo->exclude_game_ids = request->exclude_game_ids;
	eo->excluded = request->excluded;
	eo->wipe = request->wipe;
	eo->use_cache = run->use_cache && !request->wipe;
	/* What a dead run left must not meet this one. */
	return (run_recover(run->options, e));
}

/* The ETL with its reporter beside it. */
static int
run_etl(struct run *run, const struct queue_job *job,
    const struct job_request *request, const struct etl_options *eo,
    struct etl_result *out, struct err *e)
{
	struct reporter_options ro = {.conn = run->queue->conn,
	    .job_id = job->id,
	    .timeout_seconds = run->options->job_timeout_seconds,
	    .stop = run->stop,
	    .watch = run->watch};
	struct reporter *r;
	struct etl_hooks hooks;
	int rc;

	if (request->mode != ETL_TEST) {
		ro.upload_error =
		    request->upload ? upload_error(run->options) : NULL;
		ro.schema_error = request->schema ? NO_SCHEMA : NULL;
	}
	if (reporter_new(&ro, &r, e) == -1) {
		end_row(run, job, REPORTER_GOES_ON, "[]", e);
		return (-1);
	}
	reporter_hooks(r, &hooks);
	rc = (run->options->run != NULL ? run->options->run : etl_run)(
	    eo, &hooks, out, e);
	reporter_close(r);
	if (rc == 0 && !reporter_completed(r))
		rc = complete_late(r, run->queue->conn, out, e);
	if (rc == -1) {
		settle_reason(run, reporter_why(r), e);
		end_row(run, job, reporter_why(r), reporter_rest(r), e);
	}
	reporter_free(r);
	return (rc);
}

int
run_job(struct run *run, const struct queue_job *job, struct etl_result *out,
    struct err *e)
{
	struct job_request request;
	struct etl_options eo;
	char fields[128];
	int rc;

	memset(out, 0, sizeof(*out));
	err_clear(e);
	run->unended = false;
	if (run->watch == NULL) {
		(void)snprintf(fields, sizeof(fields), "job=%s kind=%s",
		    job->id, job_kind_name(job->kind));
		logger_info(fields, "started");
	}
	if ((rc = prepare(run, job, &request, &eo, e)) == 0)
		rc = run_etl(run, job, &request, &eo, out, e);
	else {
		settle_reason(run, REPORTER_GOES_ON, e);
		end_row(run, job, REPORTER_GOES_ON, "[]", e);
	}
	/* Who watches says it himself. */
	if (run->watch == NULL)
		log_end(job, rc, out, e);
	return (rc);
}
