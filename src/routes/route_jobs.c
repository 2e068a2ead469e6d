/*
 * route_jobs: reading and cancelling jobs, for /api/jobs and /api/etl alike.
 * The database renders; what is here checks the request and wraps the answer.
 */
#include "route.h"

#include <stdlib.h>
#include <string.h>

#include "answer.h"
#include "core/quote.h"
#include "jobs/job.h"
#include "memo.h"

#define LIST_MAX 1000

static const char *const statuses[] = {
    "pending", "running", "completed", "failed", "cancelled", NULL};
static const char *const kinds[] = {"etl", "upload", "schema", NULL};
static const char *const levels[] = {"debug", "info", "warning", "error", NULL};

static enum request_verdict
not_found(struct request *r, const char *job_id)
{
	return (answer_fail(
	    r, 404, "Job %s not found", quote_text(r->arena, job_id)));
}

/* A column of the only row. */
static const char *
value(const PGresult *rows, const char *column)
{
	int n = PQfnumber(rows, column);

	return (PQgetisnull(rows, 0, n) ? NULL : PQgetvalue(rows, 0, n));
}

static enum request_verdict
answer_column(struct request *r, const PGresult *rows, const char *column)
{
	const char *json;

	if (PQntuples(rows) == 0)
		return (not_found(r, r->job_id));
	json = value(rows, column);
	return (answer_json(r, 200, json, strlen(json)));
}

/* Asks a query whose first parameter is the job of the path. */
static enum request_verdict
ask(struct request *r, const char *name, int n, const char **values,
    request_rows rows)
{
	if (r->mistakes.count > 0)
		return (answer_mistakes(r));
	if (!job_id_possible(r->job_id))
		return (not_found(r, r->job_id));
	values[0] = r->job_id;
	return (request_ask(r, name, n, values, rows));
}

static const char *
choice_of(struct request *r, const char *name, const char *const *choices,
    const char *fallback)
{
	struct field f = field_query(name, query_get(&r->query, name));

	(void)field_choice(&r->mistakes, &f, choices, &fallback);
	return (fallback);
}

static int64_t
integer_of(struct request *r, const char *name, int64_t min, int64_t max,
    int64_t fallback)
{
	struct field f = field_query(name, query_get(&r->query, name));

	(void)field_integer(&r->mistakes, &f, min, max, &fallback);
	return (fallback);
}

static const char *
text_of(struct request *r, int64_t n)
{
	return (arena_printf(r->arena, "%lld", (long long)n));
}

/* ---- one job */

static enum request_verdict
on_status(struct request *r, const PGresult *rows)
{
	int state;

	if (PQntuples(rows) > 0) {
		state = job_state_of(value(rows, "status"));
		if (state >= 0 && job_state_final((enum job_state)state))
			memo_put(route_context()->memo, r->job_id,
			    value(rows, "job"));
	}
	return (answer_column(r, rows, "job"));
}

enum request_verdict
route_jobs_status(struct request *r)
{
	const char *values[1], *json;
	size_t len;

	json = memo_get(route_context()->memo, r->job_id, &len);
	if (json != NULL)
		return (answer_json(r, 200, json, len));
	return (ask(r, "job_get", 1, values, on_status));
}

static enum request_verdict
on_job(struct request *r, const PGresult *rows)
{
	return (answer_column(r, rows, "job"));
}

enum request_verdict
route_jobs_get(struct request *r)
{
	const char *values[1];

	return (ask(r, "job_get_with_request", 1, values, on_job));
}

static enum request_verdict
on_cancel(struct request *r, const PGresult *rows)
{
	if (PQntuples(rows) > 0 &&
	    strcmp(value(rows, "outcome"), "refused") == 0)
		return (answer_fail(r, 400,
		    "Job %s cannot be cancelled (status: %s)", r->job_id,
		    value(rows, "status")));
	return (answer_column(r, rows, "job"));
}

enum request_verdict
route_jobs_cancel(struct request *r)
{
	const char *values[1];

	return (ask(r, "job_cancel", 1, values, on_cancel));
}

static enum request_verdict
on_logs(struct request *r, const PGresult *rows)
{
	return (answer_column(r, rows, "logs"));
}

enum request_verdict
route_jobs_logs(struct request *r)
{
	const char *values[4];

	values[1] = text_of(r, integer_of(r, "after", 0, FIELD_INTEGER_MAX, 0));
	values[2] = text_of(r, integer_of(r, "limit", 1, 5000, 500));
	values[3] = choice_of(r, "level", levels, "info");
	return (ask(r, "job_logs", 4, values, on_logs));
}

static enum request_verdict
on_steps(struct request *r, const PGresult *rows)
{
	return (answer_column(r, rows, "steps"));
}

enum request_verdict
route_jobs_steps(struct request *r)
{
	const char *values[1];

	return (ask(r, "job_steps", 1, values, on_steps));
}

/* ---- pages */

/*
 * Link to the next page: the request's path and parameters, but `name` with
 * another value.
 */
static void
link_next(struct request *r, const char *name, const char *next)
{
	struct buf b;
	size_t i;

	buf_init(&b, BUF_MAX_LINE);
	buf_text(&b, r->http->path);
	for (i = 0; i < r->query.count; i++)
		if (strcmp(r->query.parameters[i].name, name) != 0)
			query_append(&b, r->query.parameters[i].name,
			    r->query.parameters[i].value);
	query_append(&b, name, next);
	if (!b.failed)
		answer_header(r, "Link",
		    arena_printf(
			r->arena, "<%s>; rel=\"next\"", buf_string(&b)));
	buf_cleanup(&b);
}

struct warnings_page {
	int64_t limit;
	int64_t offset;
};

static enum request_verdict
on_warnings(struct request *r, const PGresult *rows)
{
	const struct warnings_page *page = r->state;
	const char *total;

	if (PQntuples(rows) > 0) {
		total = value(rows, "total");
		answer_header(
		    r, "X-Total-Count", arena_strdup(r->arena, total));
		if (page->offset + page->limit < strtoll(total, NULL, 10))
			link_next(r, "offset",
			    text_of(r, page->offset + page->limit));
	}
	return (answer_column(r, rows, "findings"));
}

enum request_verdict
route_jobs_warnings(struct request *r)
{
	struct warnings_page *page = arena_alloc(r->arena, sizeof(*page));
	const char *kind = NULL, *values[5];
	struct field f = field_query("kind", query_get(&r->query, "kind"));
	int64_t game;

	(void)field_string(&r->mistakes, &f, 1, 128, &kind);
	game = integer_of(r, "game_id", 1, FIELD_ID_MAX, 0);
	page->limit = integer_of(r, "limit", 1, LIST_MAX, 100);
	page->offset = integer_of(r, "offset", 0, FIELD_ID_MAX, 0);
	r->state = page;
	values[1] = kind;
	values[2] = game == 0 ? NULL : text_of(r, game);
	values[3] = text_of(r, page->limit);
	values[4] = text_of(r, page->offset);
	return (ask(r, "job_warnings", 5, values, on_warnings));
}

static enum request_verdict
on_list(struct request *r, const PGresult *rows)
{
	const char *next = value(rows, "next"), *json = value(rows, "jobs");

	if (strcmp(value(rows, "before_found"), "f") == 0)
		return (not_found(r, query_get(&r->query, "before")));
	if (next != NULL && r->state != NULL)
		link_next(r, "before", arena_strdup(r->arena, next));
	return (answer_json(r, 200, json, strlen(json)));
}

/* What both lists share. kind and status NULL: any. */
static enum request_verdict
list(struct request *r, const char *kind, const char *status, int64_t limit,
    const char *before)
{
	const char *values[4];

	values[0] = kind;
	values[1] = status;
	values[2] = text_of(r, limit);
	values[3] = before;
	if (r->mistakes.count > 0)
		return (answer_mistakes(r));
	if (before != NULL && !job_id_possible(before))
		return (not_found(r, before));
	return (request_ask(r, "job_list", 4, values, on_list));
}

enum request_verdict
route_jobs_list(struct request *r)
{
	const char *kind = choice_of(r, "kind", kinds, NULL);
	const char *status = choice_of(r, "status", statuses, NULL);
	int64_t limit = integer_of(r, "limit", 0, LIST_MAX, 50);

	r->state = r; /* with a Link */
	return (list(r, kind, status, limit, query_get(&r->query, "before")));
}

enum request_verdict
route_etl_history(struct request *r)
{
	int64_t limit = integer_of(r, "limit", 0, LIST_MAX, 10);
	const char *status = choice_of(r, "status", statuses, NULL);

	return (list(r, "etl", status, limit, NULL));
}
