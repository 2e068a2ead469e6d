/*
 * ears: one connection that listens, a probe every two seconds.
 */
#include "ears.h"

#include <sys/socket.h>

#include <kore/kore.h>
#include <kore/http.h>
#include <kore/tasks.h>

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/clock.h"
#include "core/logger.h"
#include "db/db.h"
#include "routes/request.h"
#include "routes/route.h"
#include "runner_task.h"

#define PROBE_MS 2000
#define RECONNECT_MS 1000
#define POLL_MS 250 /* how soon a stop is noticed */
#define JOB_ID_MAX 65

enum ears_kind { EARS_DATABASE, EARS_JOB, EARS_PROBE };

/* What goes over the channel: one size, copied. */
struct ears_message {
	enum ears_kind kind;
	bool up;		 /* EARS_DATABASE */
	char job_id[JOB_ID_MAX]; /* EARS_JOB */
	struct route_probe probe;
};

static const struct ears_options *options;
static struct kore_task task;

static bool
stopped(void)
{
	return (atomic_load(options->stop) != 0);
}

/* ---- the thread */

static void
tell_database(struct kore_task *t, bool up)
{
	struct ears_message m = {.kind = EARS_DATABASE, .up = up};

	kore_task_channel_write(t, &m, sizeof(m));
}

static void
tell_job(struct kore_task *t, const char *job_id)
{
	struct ears_message m = {.kind = EARS_JOB};

	(void)snprintf(m.job_id, sizeof(m.job_id), "%s", job_id);
	kore_task_channel_write(t, &m, sizeof(m));
}

static int
probe(struct kore_task *t, PGconn *conn, struct err *e)
{
	struct ears_message m = {.kind = EARS_PROBE};
	struct route_probe *p = &m.probe;
	PGresult *row;

	if (db_one(conn, "ears_probe", 0, NULL, &row, e) != 0)
		return (-1);
	p->database = true;
	p->jobs_running = (int)strtol(PQgetvalue(row, 0, 0), NULL, 10);
	p->jobs_pending = (int)strtol(PQgetvalue(row, 0, 1), NULL, 10);
	(void)snprintf(p->data_version, sizeof(p->data_version), "%s",
	    PQgetvalue(row, 0, 2));
	PQclear(row);
	p->etl_available = runner_task_alive() > 0 &&
			   access(options->input_dir, R_OK | X_OK) == 0 &&
			   access(options->output_dir, W_OK | X_OK) == 0;
	p->at_ms = clock_monotonic_ms();
	kore_task_channel_write(t, &m, sizeof(m));
	return (0);
}

static int
hear(struct kore_task *t, PGconn *conn, struct err *e)
{
	struct pollfd p = {.fd = PQsocket(conn), .events = POLLIN};
	PGnotify *n;

	(void)poll(&p, 1, POLL_MS);
	if (!PQconsumeInput(conn))
		return (db_fail(conn, NULL, e));
	while ((n = PQnotifies(conn)) != NULL) {
		tell_job(t, n->extra);
		PQfreemem(n);
	}
	return (0);
}

/* Until the connection fails or it is time to stop. */
static int
listen_on(struct kore_task *t, PGconn *conn, struct err *e)
{
	int64_t next = 0;

	if (db_none(conn, "ears_listen", 0, NULL, e) != 0)
		return (-1);
	tell_database(t, true);
	while (!stopped()) {
		if (clock_monotonic_ms() >= next) {
			if (probe(t, conn, e) != 0)
				return (-1);
			next = clock_monotonic_ms() + PROBE_MS;
		}
		if (hear(t, conn, e) != 0)
			return (-1);
	}
	return (0);
}

static int
run(struct kore_task *t)
{
	bool complained = false;
	PGconn *conn = NULL;
	struct err e;

	while (!stopped()) {
		if (db_open(options->conninfo, "ears", &conn, &e) == 0 &&
		    listen_on(t, conn, &e) == 0) {
			db_close(conn);
			break;
		}
		/* A listener that was cut off alone is back at once. */
		tell_database(t, false);
		if (!complained)
			logger_warning(NULL, "database: %s", e.text);
		complained = conn == NULL;
		if (conn == NULL)
			(void)poll(NULL, 0, RECONNECT_MS);
		db_close(conn);
		conn = NULL;
	}
	return (KORE_RESULT_OK);
}

/* ---- the event loop */

static void
take(const struct ears_message *m)
{
	struct route_context *c = route_context();

	switch (m->kind) {
	case EARS_DATABASE:
		c->database_down = !m->up;
		if (!m->up)
			c->probe.at_ms = 0;
		break;
	case EARS_JOB:
		request_job_changed(m->job_id);
		break;
	case EARS_PROBE:
		c->probe = m->probe;
		break;
	}
}

/* Events are edge-triggered and reading blocks: take what is there, whole. */
static void
on_message(struct kore_task *t)
{
	struct ears_message m;
	uint32_t len;

	if (kore_task_finished(t))
		return;
	while (recv(t->fds[0], &len, sizeof(len), MSG_PEEK | MSG_DONTWAIT) ==
	       (ssize_t)sizeof(len)) {
		(void)kore_task_channel_read(t, &m, sizeof(m));
		take(&m);
	}
}

void
ears_start(const struct ears_options *o)
{
	options = o;
	kore_task_create(&task, run);
	kore_task_bind_callback(&task, on_message);
	kore_task_run(&task);
}
