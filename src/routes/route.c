/*
 * route: the table, and the checks between a request and its handler, in the
 * order of API.md 1.4.
 */
#include "route.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "answer.h"
#include "core/quote.h"
#include "cors.h"
#include "memo.h"

#define MIB (1024UL * 1024)
#define BODY_SLOW_BYTES MIB /* larger bodies may take longer to arrive */
#define BODY_SLOW_SECONDS 120

#define GET HTTP_METHOD_GET
#define POST HTTP_METHOD_POST

static const struct route rows[] = {
    {GET, "/api/health", ROUTE_OPEN, MIB, false, true, route_health_get},
    {GET, "/api/status", ROUTE_READER, MIB, false, false, route_health_status},
    {POST, "/api/etl/trigger", ROUTE_OPERATOR, MIB, true, false,
	route_etl_trigger},
    {GET, "/api/etl/status/{job_id}", ROUTE_READER, MIB, false, false,
	route_jobs_status},
    {GET, "/api/etl/history", ROUTE_READER, MIB, false, false,
	route_etl_history},
    {POST, "/api/etl/cancel/{job_id}", ROUTE_OPERATOR, MIB, false, false,
	route_jobs_cancel},
    {GET, "/api/etl/logs/{job_id}", ROUTE_READER, MIB, false, false,
	route_jobs_logs},
    {GET, "/api/jobs", ROUTE_READER, MIB, false, false, route_jobs_list},
    {GET, "/api/jobs/{job_id}", ROUTE_READER, MIB, false, false,
	route_jobs_get},
    {POST, "/api/jobs/{job_id}/cancel", ROUTE_OPERATOR, MIB, false, false,
	route_jobs_cancel},
    {GET, "/api/jobs/{job_id}/logs", ROUTE_READER, MIB, false, false,
	route_jobs_logs},
    {GET, "/api/jobs/{job_id}/steps", ROUTE_READER, MIB, false, false,
	route_jobs_steps},
    {GET, "/api/jobs/{job_id}/warnings", ROUTE_READER, MIB, false, false,
	route_jobs_warnings},
};

#define ROWS (sizeof(rows) / sizeof(rows[0]))

/* The methods of Allow, in its order. */
static const struct {
	int method;
	const char *name;
} methods[] = {
    {HTTP_METHOD_GET, "GET"},
    {HTTP_METHOD_HEAD, "HEAD"},
    {HTTP_METHOD_POST, "POST"},
    {HTTP_METHOD_PUT, "PUT"},
    {HTTP_METHOD_DELETE, "DELETE"},
    {HTTP_METHOD_OPTIONS, "OPTIONS"},
};

static struct route_context context;

const struct route *
route_row(size_t i)
{
	return (i < ROWS ? &rows[i] : NULL);
}

struct route_context *
route_context(void)
{
	return (&context);
}

void
route_start(
    const struct settings *s, struct route_shared *shared, int64_t started_ms)
{
	memset(&context, 0, sizeof(context));
	context.settings = s;
	context.shared = shared;
	context.started_ms = started_ms;
	context.memo = memo_new();
}

/* The methods of a path as bits, 0: no such path. row: the method's own. */
static int
find(const struct path *p, int method, const struct route **row,
    const char **param)
{
	int found = 0;
	size_t i;

	*row = NULL;
	if (method == HTTP_METHOD_HEAD)
		method = HTTP_METHOD_GET;
	for (i = 0; i < ROWS; i++) {
		if (!path_match(p, rows[i].path, NULL))
			continue;
		found |= rows[i].method;
		if (rows[i].method == method) {
			*row = &rows[i];
			(void)path_match(p, rows[i].path, param);
		}
	}
	if (found != 0)
		found |= HTTP_METHOD_OPTIONS;
	if (found & HTTP_METHOD_GET)
		found |= HTTP_METHOD_HEAD;
	return (found);
}

static const char *
allow(struct arena *a, int found)
{
	const char *list = "";
	size_t i;

	for (i = 0; i < sizeof(methods) / sizeof(methods[0]); i++)
		if (found & methods[i].method)
			list = arena_printf(a, "%s%s%s", list,
			    *list == '\0' ? "" : ", ", methods[i].name);
	return (list);
}

/* OPTIONS that a browser asks before a request to another origin. */
static bool
is_preflight(const struct request *r)
{
	return (r->http->method == HTTP_METHOD_OPTIONS && r->origin != NULL &&
		request_header(r, "access-control-request-method") != NULL);
}

static enum request_verdict
preflight(struct request *r)
{
	const char *wanted;

	if (!cors_allowed(context.settings->cors_origins, r->origin))
		return (answer_fail(r, 403, "Origin not allowed"));
	answer_header(r, "Access-Control-Allow-Methods", CORS_METHODS);
	answer_header(r, "Access-Control-Max-Age", "600");
	wanted = request_header(r, "access-control-request-headers");
	if (wanted != NULL)
		answer_header(r, "Access-Control-Allow-Headers", wanted);
	return (answer_json(r, 204, NULL, 0));
}

/* To the same path without its last slash. */
static enum request_verdict
redirect(struct request *r)
{
	const char *path = r->http->path, *q = r->http->query_string;
	int len = (int)strlen(path) - 1;

	answer_header(r, "Location",
	    arena_printf(r->arena, "%.*s%s%s", len, path, q == NULL ? "" : "?",
		q == NULL ? "" : q));
	return (answer_json(r, 308, NULL, 0));
}

/* Plain HTTP: to the same target on https. */
static enum request_verdict
to_https(struct request *r)
{
	const char *q = r->http->query_string, *host = r->http->host;
	size_t len = strlen(host), port;

	/* The port of Host goes, ours comes; brackets hold an IPv6 address. */
	port = strcspn(host, "]");
	port = port == len ? 0 : port;
	port += strcspn(host + port, ":");
	answer_header(r, "Location",
	    arena_printf(r->arena, "https://%.*s:%d%s%s%s", (int)port, host,
		context.settings->port, r->http->path, q == NULL ? "" : "?",
		q == NULL ? "" : q));
	return (answer_json(r, 308, NULL, 0));
}

static bool
is_json_type(const char *value)
{
	size_t len = strcspn(value, "; \t");

	if (len == 16 && strncasecmp(value, "application/json", 16) == 0)
		return (true);
	return (len > 17 && strncasecmp(value, "application/", 12) == 0 &&
		strncasecmp(value + len - 5, "+json", 5) == 0);
}

/* True: the media type is one that we take. */
static bool
check_media(struct request *r, enum request_verdict *verdict)
{
	const char *type = request_header(r, "content-type");
	const char *coding = request_header(r, "content-encoding");

	if (r->route->method == HTTP_METHOD_GET)
		return (true);
	if (type != NULL && !is_json_type(type)) {
		*verdict =
		    answer_fail(r, 415, "Content-Type %s is not accepted",
			quote_text(r->arena, type));
		return (false);
	}
	if (coding != NULL) {
		*verdict =
		    answer_fail(r, 415, "Content-Encoding %s is not accepted",
			quote_text(r->arena, coding));
		return (false);
	}
	return (true);
}

/* Everybody is admin as long as nobody says who he is: there are no keys. */
static bool
check_credentials(struct request *r, enum request_verdict *verdict)
{
	const char *bearer = request_header(r, "authorization");

	if (r->route->role == ROUTE_OPEN)
		return (true);
	if (bearer != NULL && strncasecmp(bearer, "bearer ", 7) != 0)
		bearer = NULL;
	if (bearer == NULL && request_header(r, "x-api-key") == NULL)
		return (true);
	answer_header(r, "WWW-Authenticate", "Bearer realm=\"benchsight\"");
	*verdict = answer_fail(r, 401, "Invalid API key");
	return (false);
}

static bool
check_rate(struct request *r, enum request_verdict *verdict)
{
	const struct settings *s = context.settings;

	if (s->rate_limit == 0 || r->route->unlimited ||
	    rate_allow(&context.shared->rate,
		rate_hash(request_address(r, s->trusted_proxies)),
		s->rate_limit, r->began_us))
		return (true);
	*verdict = answer_fail(r, 429, "Too many requests");
	return (false);
}

/* Reads and parses the body of a route that takes one. */
static bool
check_body(struct request *r, enum request_verdict *verdict)
{
	size_t len = r->http->http_body_length, at = 0;
	struct err e;
	ssize_t n;
	char *text;

	if (!r->route->takes_body || len == 0)
		return (true);
	text = arena_alloc(r->arena, len);
	while (at < len) {
		n = http_body_read(r->http, text + at, len - at);
		if (n <= 0)
			break;
		at += (size_t)n;
	}
	if (at < len) {
		*verdict = answer_fail(r, 500, "Internal server error");
		return (false);
	}
	if (json_parse(r->arena, text, len, &r->body, &e) != 0)
		*verdict = answer_fail(r, 400, "%s", e.text);
	else if (r->body->type != JSON_OBJECT)
		*verdict =
		    answer_fail(r, 400, "The body must be a JSON object");
	else
		return (true);
	return (false);
}

static bool
check_query(struct request *r, enum request_verdict *verdict)
{
	struct err e;

	if (query_parse(r->arena, r->http->query_string, &r->query, &e) == 0)
		return (true);
	*verdict = answer_fail(r, 400, "%s", e.text);
	return (false);
}

static enum request_verdict
dispatch(struct request *r)
{
	const struct settings *s = context.settings;
	enum request_verdict verdict;
	enum path_verdict wrong;
	struct path p;
	int found;

	if (r->http->owner->ssl == NULL) {
		const char *proto = request_header(r, "x-forwarded-proto");

		if (proto == NULL || strcmp(proto, "https") != 0 ||
		    !request_trusted(r, s->trusted_proxies))
			return (to_https(r));
	}
	if (is_preflight(r))
		return (preflight(r));
	wrong = path_split(r->arena, r->http->path, &p);
	if (wrong == PATH_MALFORMED)
		return (
		    answer_fail(r, 400, "Malformed percent-encoding in path"));
	found = wrong == PATH_OK
		    ? find(&p, r->http->method, &r->route, &r->job_id)
		    : 0;
	if (found == 0)
		return (answer_fail(r, 404, "Not Found"));
	if (p.trailing_slash)
		return (redirect(r));
	if (r->route == NULL) {
		answer_header(r, "Allow", allow(r->arena, found));
		if (r->http->method == HTTP_METHOD_OPTIONS)
			return (answer_json(r, 204, NULL, 0));
		return (answer_fail(r, 405, "Method Not Allowed"));
	}
	if (!check_credentials(r, &verdict) || !check_rate(r, &verdict) ||
	    !check_media(r, &verdict) || !check_query(r, &verdict) ||
	    !check_body(r, &verdict))
		return (verdict);
	return (r->route->handler(r));
}

int
route_request(struct http_request *req)
{
	enum request_verdict verdict;

	if (req->owner == NULL)
		return (KORE_RESULT_OK);
	if (http_state_exists(req))
		verdict = request_continue(http_state_get(req));
	else
		verdict = dispatch(request_begin(req));
	return (verdict == REQUEST_DONE ? KORE_RESULT_OK : KORE_RESULT_RETRY);
}

void
route_body_hook(struct http_request *req, size_t *limit, u_int16_t *seconds)
{
	struct arena *a = arena_new();
	const struct route *row = NULL;
	const char *param;
	struct path p;

	*limit = MIB;
	if (a != NULL && path_split(a, req->path, &p) == PATH_OK)
		(void)find(&p, req->method, &row, &param);
	if (row != NULL)
		*limit = row->body_limit;
	if (req->content_length > BODY_SLOW_BYTES)
		*seconds = BODY_SLOW_SECONDS;
	arena_free(a);
}
