/*
 * route_etl: POST /api/etl/trigger: a checked request becomes a row of
 * app.job; a runner takes it. The answer waits a moment for that.
 */
#include "route.h"

#include <openssl/evp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "answer.h"
#include "core/clock.h"
#include "core/logger.h"
#include "jobs/job.h"
#include "trigger.h"

#define KEY_MAX 64
#define HASH_TEXT 65

struct waiting {
	char job_id[JOB_ID_SIZE];
	int64_t until_ms; /* monotonic */
};

static enum request_verdict look(struct request *r);

static const char *
column(const PGresult *rows, const char *name)
{
	int n = PQfnumber(rows, name);

	return (PQgetisnull(rows, 0, n) ? NULL : PQgetvalue(rows, 0, n));
}

static enum request_verdict
accepted(struct request *r, const char *job)
{
	return (answer_json(r, 202, job, strlen(job)));
}

static enum request_verdict
on_look(struct request *r, const PGresult *rows)
{
	const struct waiting *w = r->state;
	int64_t left = w->until_ms - clock_monotonic_ms();

	if (PQntuples(rows) == 0)
		return (answer_fail(r, 500, "Internal server error"));
	if (left > 0 && strcmp(column(rows, "status"), "pending") == 0)
		return (
		    r->job_changed ? look(r) : request_sleep(r, left, look));
	return (accepted(r, column(rows, "job")));
}

/* How does the new job stand? Asked again whenever it has changed. */
static enum request_verdict
look(struct request *r)
{
	const struct waiting *w = r->state;
	const char *values[1] = {w->job_id};

	r->job_changed = false;
	return (request_ask(r, "job_taken", 1, values, on_look));
}

static enum request_verdict
on_insert(struct request *r, const PGresult *rows)
{
	const struct waiting *w = r->state;
	const char *outcome = column(rows, "outcome");
	char fields[160];

	(void)snprintf(fields, sizeof(fields), "request=%s job=%s outcome=%s",
	    r->id, w->job_id, outcome);
	logger_info(fields, "POST /api/etl/trigger");
	if (strcmp(outcome, "full") == 0) {
		answer_header(r, "Retry-After", "30");
		return (
		    answer_fail(r, 503, "Job queue is full (%s jobs waiting)",
			column(rows, "waiting")));
	}
	if (strcmp(outcome, "mismatch") == 0)
		return (answer_fail(
		    r, 409, "Idempotency-Key was used with another request"));
	if (strcmp(outcome, "replayed") == 0) {
		answer_header(r, "Idempotent-Replayed", "true");
		return (accepted(r, column(rows, "job")));
	}
	if (w->until_ms == 0)
		return (accepted(r, column(rows, "job")));
	return (look(r));
}

/* NULL: the header is absent or, with a mistake, wrong. */
static const char *
idempotency_key(struct request *r)
{
	const char *key = request_header(r, "idempotency-key"), *p;

	if (key == NULL)
		return (NULL);
	for (p = key; *p >= 0x20 && *p < 0x7f; p++)
		;
	if (*p == '\0' && p - key <= KEY_MAX)
		return (key);
	mistakes_add(&r->mistakes,
	    "Header Idempotency-Key must have 1 to %d printable ASCII "
	    "characters",
	    KEY_MAX);
	return (NULL);
}

/* SHA-256 in hex of what was asked for: spelling apart, the same is the same.
 */
static void
hash(const char *text, size_t len, char out[HASH_TEXT])
{
	unsigned char digest[EVP_MAX_MD_SIZE];
	unsigned size = 0, i;

	if (EVP_Digest(text, len, digest, &size, EVP_sha256(), NULL) != 1)
		abort();
	for (i = 0; i < size; i++)
		(void)snprintf(out + (size_t)2 * i, 3, "%02x", digest[i]);
}

static enum request_verdict
queue(struct request *r, const struct job_request *t, const char *key)
{
	const struct settings *s = route_context()->settings;
	const struct waiting *w = r->state;
	enum request_verdict verdict;
	const char *values[10];
	char digest[HASH_TEXT];
	struct buf b;

	buf_init(&b, BUF_MAX_JSON);
	job_request_write(t, &b);
	hash(buf_string(&b), b.len, digest);
	values[0] = w->job_id;
	values[1] = job_kind_name(JOB_ETL);
	values[2] = job_request_mode_name(t->mode);
	values[3] = buf_string(&b);
	values[4] = NULL;
	values[5] = arena_printf(r->arena, "%d", s->max_queued_jobs);
	values[6] = request_address(r, s->trusted_proxies);
	values[7] = key;
	values[8] = digest;
	values[9] = r->id;
	request_follow(r, w->job_id);
	verdict = request_ask(r, "job_queue", 10, values, on_insert);
	buf_cleanup(&b);
	return (verdict);
}

enum request_verdict
route_etl_trigger(struct request *r)
{
	struct job_request *t = arena_alloc(r->arena, sizeof(*t));
	struct waiting *w = arena_alloc(r->arena, sizeof(*w));
	struct field wait = field_query("wait", query_get(&r->query, "wait"));
	int64_t seconds = 5;
	const char *key;
	struct err e;

	if (r->body == NULL)
		return (answer_fail(r, 400, "A JSON body is required"));
	trigger_read(&r->mistakes, r->body, t);
	(void)field_integer(&r->mistakes, &wait, 0, 30, &seconds);
	key = idempotency_key(r);
	if (r->mistakes.count > 0)
		return (answer_mistakes(r));
	if (job_id_new(w->job_id, &e) != 0) {
		logger_error(NULL, "%s", e.text);
		return (answer_fail(r, 500, "Internal server error"));
	}
	if (seconds > 0)
		w->until_ms = clock_monotonic_ms() + seconds * 1000;
	r->state = w;
	return (queue(r, t, key));
}
