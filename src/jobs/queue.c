/*
 * queue: each function is one named query, so each step of a job is one
 * guarded statement.
 */
#include "jobs/queue.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/buf.h"
#include "core/json.h"
#include "core/logger.h"
#include "db/db.h"

/* The one value of a query that gives one row. */
static int
ask(struct queue *q, const char *name, int n, const char *const *values,
    char answer[32], struct err *e)
{
	PGresult *res;

	if (db_one(q->conn, name, n, values, &res, e) == -1)
		return (-1);
	(void)snprintf(answer, 32, "%s", PQgetvalue(res, 0, 0));
	PQclear(res);
	return (0);
}

int
queue_open(const char *conninfo, struct queue *q, struct err *e)
{
	char answer[32];

	memset(q, 0, sizeof(*q));
	if (gethostname(q->host, sizeof(q->host) - 1) != 0)
		(void)snprintf(q->host, sizeof(q->host), "unknown");
	if (db_open(conninfo, "runner", &q->conn, e) == -1)
		return (-1);
	if (ask(q, "job_runner_register", 0, NULL, answer, e) == -1 ||
	    db_none(q->conn, "job_listen", 0, NULL, e) == -1) {
		queue_close(q);
		return (-1);
	}
	q->runner = (int)strtol(answer, NULL, 10);
	return (0);
}

void
queue_close(struct queue *q)
{
	if (q->conn != NULL)
		db_close(q->conn);
	q->conn = NULL;
}

int
queue_etl_lock(struct queue *q, bool *held, struct err *e)
{
	char answer[32];

	*held = false;
	if (ask(q, "job_etl_lock", 0, NULL, answer, e) == -1)
		return (-1);
	*held = answer[0] == 't';
	return (0);
}

int
queue_etl_unlock(struct queue *q, struct err *e)
{
	char answer[32];

	return (ask(q, "job_etl_unlock", 0, NULL, answer, e));
}

int
queue_waiting(struct queue *q, bool *etl, bool *other, struct err *e)
{
	PGresult *res;

	if (db_one(q->conn, "job_waiting", 0, NULL, &res, e) == -1)
		return (-1);
	*etl = PQgetvalue(res, 0, 0)[0] == 't';
	*other = PQgetvalue(res, 0, 1)[0] == 't';
	PQclear(res);
	return (0);
}

int
queue_claim(struct queue *q, bool etl, struct arena *a, struct queue_job *out,
    struct err *e)
{
	char runner[16];
	const char *values[] = {runner, q->host, etl ? "t" : "f"};
	PGresult *res;

	memset(out, 0, sizeof(*out));
	(void)snprintf(runner, sizeof(runner), "%d", q->runner);
	if (db_rows(q->conn, "job_claim", 3, values, &res, e) == -1)
		return (-1);
	if (PQntuples(res) > 0) {
		(void)snprintf(
		    out->id, sizeof(out->id), "%s", PQgetvalue(res, 0, 0));
		out->kind = (enum job_kind)job_kind_of(PQgetvalue(res, 0, 1));
		out->request = arena_strdup(a, PQgetvalue(res, 0, 3));
	}
	PQclear(res);
	return (0);
}

int
queue_start(struct queue *q, const char *mode, const char *request,
    struct queue_job *out, struct err *e)
{
	char id[JOB_ID_SIZE], runner[16], answer[32];
	const char *values[] = {id, mode, request, runner, q->host};

	memset(out, 0, sizeof(*out));
	if (job_id_new(id, e) == -1)
		return (-1);
	(void)snprintf(runner, sizeof(runner), "%d", q->runner);
	if (ask(q, "job_start_now", 5, values, answer, e) == -1)
		return (-1);
	(void)snprintf(out->id, sizeof(out->id), "%s", id);
	out->kind = JOB_ETL;
	out->request = request;
	return (0);
}

/* Each line of text is an element of a JSON array. */
static void
write_lines(const char *text, struct buf *out)
{
	struct json_out o;
	size_t len;

	json_begin(&o, out);
	json_array(&o);
	for (;;) {
		len = strcspn(text, "\n");
		if (len > 0)
			json_string_n(&o, text, len);
		text += len;
		if (*text == '\0')
			break;
		text++;
	}
	json_array_end(&o);
}

int
queue_fail(struct queue *q, const char *job_id, const char *reasons,
    const char *changes, struct err *e)
{
	const char *values[] = {job_id, NULL, changes};
	char answer[32];
	struct buf lines;
	int rc;

	buf_init(&lines, BUF_MAX_LINE);
	write_lines(reasons, &lines);
	values[1] = buf_string(&lines);
	if ((rc = buf_check(&lines, "reasons", e)) == 0)
		rc = ask(q, "job_fail", 3, values, answer, e);
	buf_cleanup(&lines);
	return (rc);
}

int
queue_cancel(struct queue *q, const char *job_id, struct err *e)
{
	const char *values[] = {job_id};
	PGresult *res;

	if (db_rows(q->conn, "job_cancel", 1, values, &res, e) == -1)
		return (-1);
	PQclear(res);
	return (0);
}

int
queue_recover(struct queue *q, int *etls, struct err *e)
{
	const char *values[] = {QUEUE_INTERRUPTED};
	PGresult *res;
	int failed;

	*etls = 0;
	if (db_one(q->conn, "job_recover", 1, values, &res, e) == -1)
		return (-1);
	failed = (int)strtol(PQgetvalue(res, 0, 0), NULL, 10);
	*etls = (int)strtol(PQgetvalue(res, 0, 1), NULL, 10);
	PQclear(res);
	if (failed > 0)
		logger_warning(
		    NULL, "failed %d jobs whose runner is gone", failed);
	return (0);
}

int
queue_prune(struct queue *q, int days, struct err *e)
{
	char text[16], answer[32];
	const char *values[] = {text};

	(void)snprintf(text, sizeof(text), "%d", days);
	if (ask(q, "job_prune", 1, values, answer, e) == -1)
		return (-1);
	if (strcmp(answer, "0") != 0)
		logger_info(NULL, "deleted %s old jobs", answer);
	return (0);
}

int
queue_wait(struct queue *q, int timeout_ms, struct err *e)
{
	struct pollfd fd = {.fd = PQsocket(q->conn), .events = POLLIN};
	PGnotify *notify;

	if (poll(&fd, 1, timeout_ms) <= 0)
		return (0);
	if (PQconsumeInput(q->conn) == 0)
		return (db_fail(q->conn, NULL, e));
	while ((notify = PQnotifies(q->conn)) != NULL)
		PQfreemem(notify);
	return (0);
}
