/*
 * reporter: changes wait in a buffer as elements of a JSON array; the thread
 * swaps the buffer for an empty one and sends it. Who adds more than the
 * database takes has to wait. Completing takes what is left along, so that a
 * final job has nothing to come.
 */
#include "jobs/reporter.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/buf.h"
#include "core/clock.h"
#include "core/json.h"
#include "core/logger.h"
#include "db/db.h"
#include "jobs/job.h"

#define TICK_MS 150		   /* between two statements */
#define HEARTBEAT_MS 900	   /* a running row is touched this often */
#define FULL_BYTES (1024UL * 1024) /* more than this waits for the thread */
#define TEXT_MAX_BYTES 4000	   /* of one text of a change */

struct reporter {
	struct reporter_options o;
	pthread_t thread;
	pthread_mutex_t lock;
	pthread_cond_t wake;  /* the thread: close, or the buffer is full */
	pthread_cond_t quiet; /* others: a statement has ended */

	/* Under the lock. */
	struct buf changes; /* "[", elements with commas between */
	struct buf sending; /* of the statement that runs, else empty */
	char current_step[512];
	int progress;
	int tables;
	bool moved;	 /* progress or step since the last statement */
	bool busy;	 /* the thread runs a statement */
	bool publishing; /* the run completes the row: the thread waits */
	bool completed;
	bool closing;
	int64_t written_ms;

	_Atomic int stop; /* enum reporter_stop */
};

static void
stop_run(struct reporter *r, enum reporter_stop why)
{
	int none = REPORTER_GOES_ON;

	(void)atomic_compare_exchange_strong(&r->stop, &none, (int)why);
}

/* Changes waiting, beside the bracket. */
static bool
has_changes(const struct reporter *r)
{
	return (r->changes.len > 1);
}

/* ---- the statements */

/* What the database answers about the job: goes on, or why not. */
static void
judge(struct reporter *r, const PGresult *res)
{
	int64_t elapsed_ms;

	if (PQntuples(res) == 0 ||
	    strcmp(PQgetvalue(res, 0, 0), job_state_name(JOB_RUNNING)) != 0) {
		stop_run(r, REPORTER_ENDED);
		return;
	}
	elapsed_ms = strtoll(PQgetvalue(res, 0, 1), NULL, 10);
	if (elapsed_ms > (int64_t)r->o.timeout_seconds * 1000)
		stop_run(r, REPORTER_TIMEOUT);
}

/* Writes the array sending, or only asks when write is false. */
static void
send_report(struct reporter *r, bool write, const char *current_step,
    int progress, int tables)
{
	char percent[16], built[16];
	const char *values[] = {
	    r->o.job_id, percent, current_step, built, NULL};
	PGresult *res = NULL;
	struct err e;
	int rc;

	(void)snprintf(percent, sizeof(percent), "%d", progress);
	(void)snprintf(built, sizeof(built), "%d", tables);
	values[4] = buf_string(&r->sending);
	if (write)
		rc = db_rows(r->o.conn, "job_report", 5, values, &res, &e);
	else
		rc = db_rows(r->o.conn, "job_poll", 1, values, &res, &e);
	if (rc == 0)
		judge(r, res);
	else if (db_lost(r->o.conn))
		stop_run(r, REPORTER_LOST);
	else
		logger_error(NULL, "job %s: report: %s", r->o.job_id, e.text);
	PQclear(res);
}

/* One statement; called and left with the lock held. */
static void
flush(struct reporter *r)
{
	int64_t now = clock_monotonic_ms();
	bool write =
	    has_changes(r) || r->moved || now - r->written_ms >= HEARTBEAT_MS;
	char current_step[sizeof(r->current_step)];
	int progress = r->progress, tables = r->tables;
	struct buf swap;

	(void)memcpy(current_step, r->current_step, sizeof(current_step));
	if (write) {
		buf_char(&r->changes, ']');
		swap = r->sending;
		r->sending = r->changes;
		r->changes = swap;
		buf_reset(&r->changes);
		buf_char(&r->changes, '[');
		r->moved = false;
		r->written_ms = now;
	}
	r->busy = true;
	(void)pthread_mutex_unlock(&r->lock);
	send_report(r, write, *current_step == '\0' ? NULL : current_step,
	    progress, tables);
	(void)pthread_mutex_lock(&r->lock);
	buf_reset(&r->sending);
	r->busy = false;
	(void)pthread_cond_broadcast(&r->quiet);
}

static void
wait_tick(struct reporter *r)
{
	struct timespec until;

	(void)clock_gettime(CLOCK_MONOTONIC, &until);
	until.tv_nsec += TICK_MS * 1000000L;
	if (until.tv_nsec >= 1000000000L) {
		until.tv_nsec -= 1000000000L;
		until.tv_sec++;
	}
	(void)pthread_cond_timedwait(&r->wake, &r->lock, &until);
}

static void *
reporter_main(void *arg)
{
	struct reporter *r = arg;

	(void)pthread_mutex_lock(&r->lock);
	while (!r->closing) {
		wait_tick(r);
		if (!r->closing && !r->publishing &&
		    atomic_load(&r->stop) != REPORTER_LOST)
			flush(r);
	}
	/* The step and the share that the run ended in. */
	if (r->moved && !r->publishing &&
	    atomic_load(&r->stop) == REPORTER_GOES_ON)
		flush(r);
	(void)pthread_mutex_unlock(&r->lock);
	return (NULL);
}

/* ---- what the run says */

/* Opens one change; the lock is held until add_end. */
static void
add_begin(struct reporter *r, struct json_out *o, const char *type)
{
	(void)pthread_mutex_lock(&r->lock);
	while (r->changes.len > FULL_BYTES && !r->publishing && !r->closing &&
	       atomic_load(&r->stop) == REPORTER_GOES_ON) {
		(void)pthread_cond_signal(&r->wake);
		(void)pthread_cond_wait(&r->quiet, &r->lock);
	}
	json_begin(o, &r->changes);
	o->comma = has_changes(r);
	json_object(o);
	json_key(o, "type");
	json_string(o, type);
}

static void
add_end(struct reporter *r, struct json_out *o)
{
	json_object_end(o);
	if (r->changes.failed) {
		logger_error(NULL, "job %s: changes lost", r->o.job_id);
		buf_reset(&r->changes);
		buf_char(&r->changes, '[');
	}
	(void)pthread_mutex_unlock(&r->lock);
}

static void
add_text(struct json_out *o, const char *key, const char *text)
{
	if (text == NULL)
		return;
	json_key(o, key);
	json_string_n(o, text, strnlen(text, TEXT_MAX_BYTES));
}

static void
add_integer(struct json_out *o, const char *key, int64_t n)
{
	json_key(o, key);
	json_integer(o, n);
}

static bool
hook_stopped(void *arg)
{
	struct reporter *r = arg;

	return (atomic_load(&r->stop) != REPORTER_GOES_ON ||
		(r->o.stop != NULL && atomic_load(r->o.stop) != 0));
}

static void
hook_progress(void *arg, int done, int all, const char *current_step)
{
	struct reporter *r = arg;
	int percent = all > 0 ? (int)((int64_t)done * 100 / all) : 0;

	(void)pthread_mutex_lock(&r->lock);
	if (percent > r->progress)
		r->progress = percent > 99 ? 99 : percent;
	if (current_step != NULL)
		(void)snprintf(r->current_step, sizeof(r->current_step), "%s",
		    current_step);
	r->moved = true;
	(void)pthread_mutex_unlock(&r->lock);
	if (r->o.watch != NULL)
		r->o.watch->progress(r->o.watch->arg, done, all, current_step);
}

static void
hook_step(void *arg, const struct etl_step *step)
{
	static const char *const kinds[] = {[ETL_READ] = "read",
	    [ETL_TABLE] = "table",
	    [ETL_CHECK] = "check",
	    [ETL_WRITE] = "write",
	    [ETL_PUBLISH] = "publish"};
	static const char *const states[] = {[ETL_STEP_PENDING] = "pending",
	    [ETL_STEP_RUNNING] = "running",
	    [ETL_STEP_COMPLETED] = "completed",
	    [ETL_STEP_FAILED] = "failed",
	    [ETL_STEP_CANCELLED] = "cancelled"};
	struct reporter *r = arg;
	struct json_out o;

	add_begin(r, &o, "step");
	add_integer(&o, "at", clock_wall_ms());
	add_text(&o, "kind", kinds[step->kind]);
	add_text(&o, "name", step->name);
	add_text(&o, "status", states[step->state]);
	json_key(&o, "reused");
	json_boolean(&o, step->reused);
	if (step->rows >= 0)
		add_integer(&o, "rows", step->rows);
	if (step->duration_ms >= 0)
		add_integer(&o, "duration_ms", step->duration_ms);
	if (step->depends_on != NULL) {
		json_key(&o, "depends_on");
		json_raw(&o, step->depends_on);
	}
	/* Base steps are not counted as tables: they are dropped again. */
	if (step->kind == ETL_TABLE && step->state == ETL_STEP_COMPLETED &&
	    strncmp(step->name, "base_", 5) != 0)
		r->tables++;
	add_end(r, &o);
	if (r->o.watch != NULL)
		r->o.watch->step(r->o.watch->arg, step);
}

static void
hook_log(void *arg, enum etl_level level, const char *step, const char *message)
{
	static const char *const levels[] = {[ETL_DEBUG] = "debug",
	    [ETL_INFO] = "info",
	    [ETL_WARNING] = "warning",
	    [ETL_ERROR] = "error"};
	struct reporter *r = arg;
	struct json_out o;

	add_begin(r, &o, "log");
	add_integer(&o, "at", clock_wall_ms());
	add_text(&o, "level", levels[level]);
	add_text(&o, "step", step);
	add_text(&o, "message", message);
	add_end(r, &o);
	if (r->o.watch != NULL)
		r->o.watch->log(r->o.watch->arg, level, step, message);
}

static void
hook_finding(void *arg, const struct etl_finding *finding)
{
	struct reporter *r = arg;
	struct json_out o;

	add_begin(r, &o, "finding");
	add_text(&o, "severity", finding->severity);
	add_text(&o, "kind", finding->kind);
	if (finding->game_id != 0)
		add_integer(&o, "game_id", finding->game_id);
	add_text(&o, "file", finding->file);
	add_text(&o, "sheet", finding->sheet);
	if (finding->row != 0)
		add_integer(&o, "row", finding->row);
	add_text(&o, "column", finding->column);
	add_text(&o, "value", finding->value);
	add_text(&o, "message", finding->message);
	add_end(r, &o);
	if (r->o.watch != NULL)
		r->o.watch->finding(r->o.watch->arg, finding);
}

static int
hook_publish(void *arg, PGconn *conn, const char *result_json, struct err *e)
{
	return (reporter_complete(arg, conn, result_json, e));
}

void
reporter_hooks(struct reporter *r, struct etl_hooks *out)
{
	*out = (struct etl_hooks){.arg = r,
	    .stopped = hook_stopped,
	    .progress = hook_progress,
	    .step = hook_step,
	    .log = hook_log,
	    .finding = hook_finding,
	    .publish = hook_publish};
}

/* ---- its life */

/* Takes the right to send from the thread, or gives it back. */
static void
hold(struct reporter *r, bool publishing)
{
	(void)pthread_mutex_lock(&r->lock);
	r->publishing = publishing;
	(void)pthread_cond_broadcast(&r->quiet);
	while (publishing && r->busy)
		(void)pthread_cond_wait(&r->quiet, &r->lock);
	(void)pthread_mutex_unlock(&r->lock);
}

int
reporter_complete(
    struct reporter *r, PGconn *conn, const char *result_json, struct err *e)
{
	const char *values[] = {r->o.job_id, result_json, NULL,
	    r->o.upload_error, r->o.schema_error};
	PGresult *res;
	bool moved;

	r->completed = false;
	hold(r, true);
	/* What is left stays until it is committed: the run may try again. */
	values[2] = reporter_rest(r);
	if (db_one(conn, "job_complete", 5, values, &res, e) == -1) {
		hold(r, false);
		return (-1);
	}
	moved = PQgetvalue(res, 0, 0)[0] == 't';
	PQclear(res);
	if (!moved) {
		stop_run(r, REPORTER_ENDED);
		return (err_set(e, ERR_CANCELLED, "the job was cancelled"));
	}
	r->completed = true;
	return (0);
}

bool
reporter_completed(const struct reporter *r)
{
	return (r->completed);
}

const char *
reporter_rest(struct reporter *r)
{
	(void)pthread_mutex_lock(&r->lock);
	buf_reset(&r->sending);
	buf_append(&r->sending, r->changes.data, r->changes.len);
	buf_char(&r->sending, ']');
	(void)pthread_mutex_unlock(&r->lock);
	return (r->sending.failed ? "[]" : buf_string(&r->sending));
}

static int
init_locks(struct reporter *r)
{
	pthread_condattr_t monotonic;

	if (pthread_condattr_init(&monotonic) != 0)
		return (-1);
	(void)pthread_condattr_setclock(&monotonic, CLOCK_MONOTONIC);
	(void)pthread_mutex_init(&r->lock, NULL);
	(void)pthread_cond_init(&r->wake, &monotonic);
	(void)pthread_cond_init(&r->quiet, NULL);
	(void)pthread_condattr_destroy(&monotonic);
	return (0);
}

int
reporter_new(
    const struct reporter_options *o, struct reporter **out, struct err *e)
{
	struct reporter *r;

	*out = NULL;
	if ((r = calloc(1, sizeof(*r))) == NULL || init_locks(r) == -1) {
		free(r);
		return (err_set(e, ERR_UNEXPECTED, "out of memory"));
	}
	r->o = *o;
	r->written_ms = clock_monotonic_ms();
	buf_init(&r->changes, BUF_MAX_SQL);
	buf_init(&r->sending, BUF_MAX_SQL);
	buf_char(&r->changes, '[');
	if (pthread_create(&r->thread, NULL, reporter_main, r) != 0) {
		r->closing = true;
		reporter_free(r);
		return (err_set(e, ERR_UNEXPECTED, "no thread to report"));
	}
	*out = r;
	return (0);
}

void
reporter_close(struct reporter *r)
{
	(void)pthread_mutex_lock(&r->lock);
	r->closing = true;
	(void)pthread_cond_broadcast(&r->wake);
	(void)pthread_cond_broadcast(&r->quiet);
	(void)pthread_mutex_unlock(&r->lock);
	(void)pthread_join(r->thread, NULL);
}

enum reporter_stop
reporter_why(struct reporter *r)
{
	return ((enum reporter_stop)atomic_load(&r->stop));
}

void
reporter_free(struct reporter *r)
{
	if (r == NULL)
		return;
	buf_cleanup(&r->changes);
	buf_cleanup(&r->sending);
	(void)pthread_cond_destroy(&r->wake);
	(void)pthread_cond_destroy(&r->quiet);
	(void)pthread_mutex_destroy(&r->lock);
	free(r);
}
