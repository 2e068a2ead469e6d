/*
 * answer: one list of usual headers, put onto the answers of handlers and onto
 * those of Kore alike.
 */
#include "answer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "access.h"
#include "core/quote.h"
#include "cors.h"
#include "route.h"

typedef void (*answer_put)(void *arg, const char *name, const char *value);

/* What every answer has. origin and id are those of the request. */
static void
put_usual(answer_put put, void *arg, const char *id, const char *origin)
{
	const char *origins = route_context()->settings->cors_origins;
	const char *allowed = cors_allow_origin(origins, origin);

	put(arg, "X-Request-ID", id);
	put(arg, "Cache-Control", "no-store");
	put(arg, "Vary", "Origin");
	put(arg, "X-Content-Type-Options", "nosniff");
	put(arg, "Referrer-Policy", "same-origin");
	if (allowed == NULL)
		return;
	put(arg, "Access-Control-Allow-Origin", allowed);
	put(arg, "Access-Control-Expose-Headers", CORS_EXPOSED);
	if (cors_credentials(origins))
		put(arg, "Access-Control-Allow-Credentials", "true");
}

static int64_t
now_us(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_MONOTONIC, &t);
	return ((int64_t)t.tv_sec * 1000000 + t.tv_nsec / 1000);
}

void
answer_header(struct request *r, const char *name, const char *value)
{
	if (r->header_count == REQUEST_HEADERS_MAX)
		abort();
	r->headers[r->header_count].name = name;
	r->headers[r->header_count].value = value;
	r->header_count++;
}

static void
put_response(void *arg, const char *name, const char *value)
{
	http_response_header(arg, name, value);
}

enum request_verdict
answer_json(struct request *r, int status, const char *json, size_t len)
{
	struct http_request *http = r->http;
	size_t i;

	put_usual(put_response, http, r->id, r->origin);
	for (i = 0; i < r->header_count; i++)
		http_response_header(
		    http, r->headers[i].name, r->headers[i].value);
	if (json != NULL)
		http_response_header(http, "Content-Type", "application/json");
	http_response(http, status, json, json == NULL ? 0 : len);
	access_line(r->id, http_method_text(http->method),
	    r->route == NULL ? "-" : r->route->path, status,
	    now_us() - r->began_us,
	    http->method == HTTP_METHOD_HEAD || json == NULL ? 0 : len);
	return (REQUEST_DONE);
}

static bool
has_header(const struct request *r, const char *name)
{
	size_t i;

	for (i = 0; i < r->header_count; i++)
		if (strcmp(r->headers[i].name, name) == 0)
			return (true);
	return (false);
}

/* n texts, the first is the detail. */
static enum request_verdict
fail_with(struct request *r, int status, const char *const *texts, size_t n)
{
	enum request_verdict verdict;
	struct json_out o;
	struct buf b;
	size_t i;

	if ((status == 429 || status == 503) && !has_header(r, "Retry-After"))
		answer_header(r, "Retry-After", "1");
	buf_init(&b, BUF_MAX_JSON);
	json_begin(&o, &b);
	json_object(&o);
	json_key(&o, "detail");
	json_string(&o, texts[0]);
	if (n > 1) {
		json_key(&o, "errors");
		json_array(&o);
		for (i = 0; i < n; i++)
			json_string(&o, texts[i]);
		json_array_end(&o);
	}
	json_object_end(&o);
	verdict = answer_json(r, status, buf_string(&b), b.len);
	buf_cleanup(&b);
	return (verdict);
}

enum request_verdict
answer_fail(struct request *r, int status, const char *fmt, ...)
{
	enum request_verdict verdict;
	const char *text;
	struct buf b;
	va_list ap;

	buf_init(&b, BUF_MAX_LINE);
	va_start(ap, fmt);
	buf_vprintf(&b, fmt, ap);
	va_end(ap);
	text = buf_string(&b);
	verdict = fail_with(r, status, &text, 1);
	buf_cleanup(&b);
	return (verdict);
}

enum request_verdict
answer_mistakes(struct request *r)
{
	return (fail_with(r, 400, r->mistakes.texts, r->mistakes.count));
}

/* The words of API.md 1.5 for a status that Kore chose. */
static const char *
detail_of(struct arena *a, const struct http_error *error)
{
	const char *what;
	size_t limit = 0;
	u_int16_t seconds = 0;

	what = error->what == NULL ? "" : quote_text(a, error->what);
	switch (error->status) {
	case 400:
		return ("Malformed request");
	case 408:
		return ("Request timed out");
	case 411:
		return ("Content-Length is required; chunked bodies are not "
			"accepted");
	case 413:
		if (error->req != NULL)
			route_body_hook(error->req, &limit, &seconds);
		return (
		    arena_printf(a, "Body is larger than %zu bytes", limit));
	case 414:
		return ("Request target is longer than 1998 bytes");
	case 421:
		return ("Host does not match the TLS server name");
	case 431:
		return ("Request headers are too large");
	case 501:
		if (error->req != NULL)
			return (arena_printf(a,
			    "Transfer-Encoding %s is not implemented", what));
		return (arena_printf(a, "Method %s is not implemented", what));
	case 503:
		return ("Server is busy");
	case 505:
		return ("HTTP version not supported");
	default:
		return (error->status == 405   ? "Method Not Allowed"
			: error->status == 404 ? "Not Found"
					       : "Internal server error");
	}
}

static void
put_line(void *arg, const char *name, const char *value)
{
	kore_buf_appendf(arg, "%s: %s\r\n", name, value);
}

void
answer_error_hook(const struct http_error *error, struct kore_buf *headers,
    struct kore_buf *body)
{
	struct arena *a = arena_new();
	char id[REQUEST_ID_SIZE];
	const char *given = NULL;
	struct json_out o;
	struct buf b;

	if (a == NULL)
		return;
	if (error->req != NULL)
		(void)http_request_header(error->req, "x-request-id", &given);
	request_make_id(given, id);
	put_usual(put_line, headers, id, error->origin);
	put_line(headers, "Content-Type", "application/json");
	if (error->status == 503)
		put_line(headers, "Retry-After", "1");
	buf_init(&b, BUF_MAX_LINE);
	json_begin(&o, &b);
	json_object(&o);
	json_key(&o, "detail");
	json_string(&o, detail_of(a, error));
	json_object_end(&o);
	kore_buf_append(body, buf_string(&b), b.len);
	access_line(id,
	    error->req == NULL ? "-" : http_method_text(error->req->method),
	    "-", error->status, 0, b.len);
	buf_cleanup(&b);
	arena_free(a);
}
