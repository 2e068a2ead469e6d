/*
 * runner: the loop around the queue. What it must not do is end, or leave a
 * row that says running without a runner behind it.
 */
#include "jobs/runner.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "core/arena.h"
#include "core/buf.h"
#include "core/clock.h"
#include "core/logger.h"
#include "db/db.h"
#include "jobs/run.h"

#define IDLE_MS 400
#define RECONNECT_MS 1000
#define PRUNE_MS (3600 * 1000)

struct runner {
	const struct runner_options *options;
	_Atomic int *stop;
	struct queue queue;
	/* A job whose end could not be written, and why; "": none. */
	char unended[QUEUE_ID_SIZE];
	struct err reason;
	bool dirty;	   /* dead runs may have left something */
	int64_t pruned_ms; /* 0: never */
};

static bool
stopped(const struct runner *r)
{
	return (atomic_load(r->stop) != 0);
}

static void
pause_ms(int64_t ms)
{
	struct timespec t = {
	    .tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000};

	(void)nanosleep(&t, NULL);
}

/* A second, unless it is time to stop. */
static void
pause_reconnect(const struct runner *r)
{
	int64_t until = clock_monotonic_ms() + RECONNECT_MS;

	while (!stopped(r) && clock_monotonic_ms() < until)
		pause_ms(50);
}

/* Connects, however long that takes; false: it is time to stop. */
static bool
connect_queue(struct runner *r)
{
	bool told = false;
	struct err e;

	while (!stopped(r)) {
		if (queue_open(r->options->conninfo, &r->queue, &e) == 0) {
			if (told)
				logger_info(NULL, "the database is back");
			return (true);
		}
		if (!told)
			logger_error(NULL, "runner: %s", e.text);
		told = true;
		pause_reconnect(r);
	}
	return (false);
}

/* Drops what dead runs left, if no ETL is under way that would do it. */
static int
clean(struct runner *r, struct err *e)
{
	struct err trouble;
	bool held;

	if (queue_etl_lock(&r->queue, &held, e) == -1)
		return (-1);
	r->dirty = false;
	if (!held)
		return (0);
	if (run_recover(r->options, &trouble) == -1) {
		r->dirty = !db_lost(r->queue.conn);
		logger_error(NULL, "recovery: %s", trouble.text);
	}
	return (queue_etl_unlock(&r->queue, e));
}

static int
care(struct runner *r, struct err *e)
{
	int64_t now = clock_monotonic_ms();
	int etls;

	if (queue_recover(&r->queue, &etls, e) == -1)
		return (-1);
	if (etls > 0)
		r->dirty = true;
	if (r->dirty && clean(r, e) == -1)
		return (-1);
	if (r->pruned_ms == 0 || now - r->pruned_ms > PRUNE_MS) {
		if (queue_prune(&r->queue, r->options->job_retention_days, e) ==
		    -1)
			return (-1);
		r->pruned_ms = now;
	}
	return (0);
}

/* Claims a job and runs it; *ran: there was one. */
static int
take(struct runner *r, bool etl, bool *ran, struct err *e)
{
	struct arena *a;
	struct run run = {.options = r->options,
	    .queue = &r->queue,
	    .stop = r->stop,
	    .use_cache = true};
	struct etl_result result;
	struct queue_job job;
	int rc;

	if ((a = arena_new()) == NULL)
		return (err_set(e, ERR_UNEXPECTED, "out of memory"));
	run.arena = a;
	rc = queue_claim(&r->queue, etl, a, &job, e);
	if (rc == 0 && job.id[0] != '\0') {
		*ran = true;
		if (run_job(&run, &job, &result, &r->reason) == -1 &&
		    run.unended) {
			(void)snprintf(
			    r->unended, sizeof(r->unended), "%s", job.id);
			rc = err_set(
			    e, ERR_DATABASE, "job %s has no end yet", job.id);
		}
	}
	arena_free(a);
	return (rc);
}

/* Looks for work; *ran: some was done. */
static int
work(struct runner *r, bool *ran, struct err *e)
{
	bool etl, other, held = false;
	int rc = 0;

	*ran = false;
	if (queue_waiting(&r->queue, &etl, &other, e) == -1)
		return (-1);
	if (etl && queue_etl_lock(&r->queue, &held, e) == -1)
		return (-1);
	if (held) {
		rc = take(r, true, ran, e);
		/* A lost connection has let go of the lock by itself. */
		if (rc == 0)
			rc = queue_etl_unlock(&r->queue, e);
	}
	if (rc == 0 && other && !stopped(r))
		rc = take(r, false, ran, e);
	return (rc);
}

/* Fails the job that the last connection left behind. */
static int
end_unended(struct runner *r, struct err *e)
{
	if (r->unended[0] == '\0')
		return (0);
	if (queue_fail(&r->queue, r->unended, r->reason.text, "[]", e) == -1)
		return (-1);
	r->unended[0] = '\0';
	r->dirty = true;
	return (0);
}

/* Serves one connection until it is lost or it is time to stop. */
static void
serve(struct runner *r)
{
	struct err e;
	bool ran;

	if (end_unended(r, &e) == -1)
		goto out;
	while (!stopped(r)) {
		if (care(r, &e) == -1 || work(r, &ran, &e) == -1)
			goto out;
		if (!ran && queue_wait(&r->queue, IDLE_MS, &e) == -1)
			goto out;
	}
	return;
out:
	logger_error(NULL, "runner: %s", e.text);
	if (!db_lost(r->queue.conn))
		pause_reconnect(r);
}

int
runner_loop(const struct runner_options *o, _Atomic int *stop)
{
	struct runner r = {.options = o, .stop = stop, .dirty = true};

	while (connect_queue(&r)) {
		serve(&r);
		queue_close(&r.queue);
	}
	return (0);
}

/* Waits for the ETL lock; -1 with ERR_CANCELLED when stop comes first. */
static int
wait_lock(struct queue *q, struct runner_now *now, struct err *e)
{
	bool held, told = false;

	for (;;) {
		if (queue_etl_lock(q, &held, e) == -1)
			return (-1);
		if (held)
			return (0);
		if (!told && now->waiting != NULL)
			now->waiting(
			    now->watch == NULL ? NULL : now->watch->arg);
		told = true;
		if (atomic_load(now->stop) != 0)
			return (err_set(e, ERR_CANCELLED,
			    "cancelled while another ETL was running"));
		pause_ms(100);
	}
}

int
runner_run_now(const struct runner_options *o, struct runner_now *now,
    struct etl_result *out, struct err *e)
{
	struct run run = {.options = o,
	    .stop = now->stop,
	    .watch = now->watch,
	    .use_cache = now->use_cache,
	    .stop_cancels = true};
	struct queue_job job;
	struct queue q;
	struct buf request;
	int rc = -1, etls;

	now->job_id[0] = '\0';
	memset(out, 0, sizeof(*out));
	if (queue_open(o->conninfo, &q, e) == -1)
		return (-1);
	buf_init(&request, BUF_MAX_CELL);
	run.queue = &q;
	if ((run.arena = arena_new()) == NULL) {
		(void)err_set(e, ERR_UNEXPECTED, "out of memory");
		goto out;
	}
	job_request_write(&now->request, &request);
	if (buf_check(&request, "request", e) == -1 ||
	    wait_lock(&q, now, e) == -1 || queue_recover(&q, &etls, e) == -1 ||
	    queue_start(&q, job_request_mode_name(now->request.mode),
		buf_string(&request), &job, e) == -1)
		goto out;
	memcpy(now->job_id, job.id, sizeof(now->job_id));
	rc = run_job(&run, &job, out, e);
out:
	arena_free(run.arena);
	buf_cleanup(&request);
	queue_close(&q);
	return (rc);
}
