/*
 * API.md 1: transport, JSON, errors, CORS, limits, as seen by clients of the
 * real server, polite and impolite ones.
 */
#include "server_fixture.h"

static struct server server;

/* ---- requests that libcurl can send */

struct call {
	const char *method, *path, *header, *body;
	long status;
	const char *detail; /* NULL: any, or none */
	const char *name;   /* a header of the answer, or NULL */
	const char *value;  /* NULL: absent */
};

#define JSON "Content-Type: application/json"
#define TRIGGER "/api/etl/trigger"
#define LOCAL "Origin: http://localhost:3000"

static const struct call calls[] = {
    {"GET", "/api/health", NULL, NULL, 200, NULL, "Content-Type",
	"application/json"},
    {"GET", "/api/health", NULL, NULL, 200, NULL, "Cache-Control", "no-store"},
    {"GET", "/api/health", NULL, NULL, 200, NULL, "Vary", "Origin"},
    {"GET", "/api/health", NULL, NULL, 200, NULL, "X-Content-Type-Options",
	"nosniff"},
    {"GET", "/api/health", NULL, NULL, 200, NULL, "Referrer-Policy",
	"same-origin"},
    {"GET", "/api/health", NULL, NULL, 200, NULL, "Strict-Transport-Security",
	NULL},
    {"GET", "/api/health", "X-Request-ID: a.B_c-9", NULL, 200, NULL,
	"X-Request-ID", "a.B_c-9"},
    {"GET", "/api/%68ealth", NULL, NULL, 200, NULL, NULL, NULL},
    {"GET", "/api/health?x=1&y", NULL, NULL, 200, NULL, NULL, NULL},
    {"GET", "/api/health", "Accept: text/html", NULL, 200, NULL, NULL, NULL},
    {"GET", "/api/health", JSON, "{\"read\":\"and ignored\"}", 200, NULL, NULL,
	NULL},
    /* paths */
    {"GET", "/API/health", NULL, NULL, 404, "Not Found", NULL, NULL},
    {"GET", "/", NULL, NULL, 404, "Not Found", NULL, NULL},
    {"GET", "/api/nothing", NULL, NULL, 404, "Not Found", NULL, NULL},
    {"GET", "/api//health", NULL, NULL, 404, "Not Found", NULL, NULL},
    {"GET", "/api/./health", NULL, NULL, 404, "Not Found", NULL, NULL},
    {"GET", "/api/../api/health", NULL, NULL, 404, "Not Found", NULL, NULL},
    {"GET", "/api/%2e%2e/health", NULL, NULL, 404, "Not Found", NULL, NULL},
    {"GET", "/api/health%00", NULL, NULL, 400,
	"Malformed percent-encoding in path", NULL, NULL},
    {"GET", "/api/health%0", NULL, NULL, 400,
	"Malformed percent-encoding in path", NULL, NULL},
    {"GET", "/api/%ff", NULL, NULL, 400, "Malformed percent-encoding in path",
	NULL, NULL},
    {"GET", "/api/jobs/?limit=1&kind=etl", NULL, NULL, 308, NULL, "Location",
	"/api/jobs?limit=1&kind=etl"},
    {"POST", "/api/health/", NULL, NULL, 308, NULL, "Location", "/api/health"},
    {"GET", "/api/nothing/", NULL, NULL, 404, "Not Found", NULL, NULL},
    {"GET", "//localhost/api/health/", NULL, NULL, 404, "Not Found", NULL,
	NULL},
    /* methods */
    {"POST", "/api/health", NULL, NULL, 405, "Method Not Allowed", "Allow",
	"GET, HEAD, OPTIONS"},
    {"GET", TRIGGER, NULL, NULL, 405, "Method Not Allowed", "Allow",
	"POST, OPTIONS"},
    {"HEAD", TRIGGER, NULL, NULL, 405, NULL, "Allow", "POST, OPTIONS"},
    {"PATCH", "/api/jobs", NULL, NULL, 405, "Method Not Allowed", "Allow",
	"GET, HEAD, OPTIONS"},
    {"DELETE", "/api/jobs/x", NULL, NULL, 405, "Method Not Allowed", NULL,
	NULL},
    {"OPTIONS", "/api/jobs", NULL, NULL, 204, NULL, "Allow",
	"GET, HEAD, OPTIONS"},
    {"OPTIONS", "/api/nothing", NULL, NULL, 404, "Not Found", NULL, NULL},
    /* bodies and their types */
    {"POST", TRIGGER, "Content-Type: text/plain", "{\"mode\":\"full\"}", 415,
	"Content-Type text/plain is not accepted", NULL, NULL},
    {"POST", TRIGGER, "Content-Type: application/x-www-form-urlencoded",
	"mode=full", 415,
	"Content-Type application/x-www-form-urlencoded is not accepted", NULL,
	NULL},
    {"POST", TRIGGER, "Content-Type: application/json; charset=utf-8", "[]",
	400, "The body must be a JSON object", NULL, NULL},
    {"POST", TRIGGER, "Content-Type: Application/Problem+JSON", "[]", 400,
	"The body must be a JSON object", NULL, NULL},
    {"POST", TRIGGER, "Content-Encoding: gzip", NULL, 415,
	"Content-Encoding gzip is not accepted", NULL, NULL},
    {"POST", TRIGGER, NULL, NULL, 400, "A JSON body is required", NULL, NULL},
    {"POST", TRIGGER, JSON, "{\"mode\":", 400,
	"Malformed JSON at byte 8: premature end", NULL, NULL},
    {"POST", TRIGGER, JSON, "{\"mode\":\"full\",\"mode\":\"full\"}", 400,
	"Duplicate field: mode", NULL, NULL},
    {"POST", TRIGGER, JSON, "{\"mode\":\"\\ud800\"}", 400,
	"Malformed JSON at byte 9: lone surrogate in a string", NULL, NULL},
    {"POST", TRIGGER, JSON, "\"full\"", 400, "The body must be a JSON object",
	NULL, NULL},
    {"POST", TRIGGER, JSON, "{}", 400, "Field mode is required", NULL, NULL},
    {"POST", TRIGGER, JSON, "{\"mode\":\"FULL\"}", 400,
	"Invalid mode: FULL. Must be one of full, incremental, single, test",
	NULL, NULL},
    {"POST", TRIGGER "?wait=31", JSON, "{\"mode\":\"full\"}", 400,
	"Query parameter wait must be between 0 and 30", NULL, NULL},
    {"POST", TRIGGER, JSON, "{\"mode\":\"single\",\"game_ids\":[]}", 400,
	"Field game_ids is required for mode single", NULL, NULL},
    /* queries */
    {"GET", "/api/jobs?limit=1&limit=2", NULL, NULL, 400,
	"Query parameter limit is given twice", NULL, NULL},
    {"GET", "/api/jobs?a&b&c&d&e&f&g&h&i&j&k&l&m&n&o&p&q&r&s&t&u", NULL, NULL,
	400, "More than 20 query parameters", NULL, NULL},
    {"GET", "/api/jobs?limit=x", NULL, NULL, 400,
	"Query parameter limit must be an integer", NULL, NULL},
    {"GET", "/api/jobs?limit=1001", NULL, NULL, 400,
	"Query parameter limit must be between 0 and 1000", NULL, NULL},
    {"GET", "/api/jobs?status=done", NULL, NULL, 400,
	"Invalid status: done. Must be one of pending, running, completed, "
	"failed, cancelled",
	NULL, NULL},
    {"GET", "/api/jobs?kind=etc&limit=-1", NULL, NULL, 400,
	"Invalid kind: etc. Must be one of etl, upload, schema", NULL, NULL},
    {"GET", "/api/jobs?before=a%20b", NULL, NULL, 404, "Job a b not found",
	NULL, NULL},
    {"GET", "/api/etl/history?limit=-5", NULL, NULL, 400,
	"Query parameter limit must be between 0 and 1000", NULL, NULL},
    {"GET", "/api/etl/history?limit=0", NULL, NULL, 200, NULL, NULL, NULL},
    /* things that are not there */
    {"GET", "/api/etl/status/nope", NULL, NULL, 404, "Job nope not found", NULL,
	NULL},
    {"GET", "/api/etl/status/a%20b%0a", NULL, NULL, 404, "Job a b? not found",
	NULL, NULL},
    {"GET", "/api/jobs/nope", NULL, NULL, 404, "Job nope not found", NULL,
	NULL},
    {"GET", "/api/jobs/nope/logs", NULL, NULL, 404, "Job nope not found", NULL,
	NULL},
    {"GET", "/api/jobs/nope/logs?limit=0&level=x", NULL, NULL, 400,
	"Query parameter limit must be between 1 and 5000", NULL, NULL},
    {"GET", "/api/jobs/nope/steps", NULL, NULL, 404, "Job nope not found", NULL,
	NULL},
    {"GET", "/api/jobs/nope/warnings", NULL, NULL, 404, "Job nope not found",
	NULL, NULL},
    {"GET", "/api/jobs/nope/warnings?game_id=0", NULL, NULL, 400,
	"Query parameter game_id must be between 1 and 2147483647", NULL, NULL},
    {"GET", "/api/etl/logs/nope", NULL, NULL, 404, "Job nope not found", NULL,
	NULL},
    {"POST", "/api/etl/cancel/nope", NULL, NULL, 404, "Job nope not found",
	NULL, NULL},
    {"POST", "/api/jobs/nope/cancel", NULL, NULL, 404, "Job nope not found",
	NULL, NULL},
    /* credentials that nobody gave out */
    {"GET", "/api/jobs", "Authorization: Bearer bsk_x", NULL, 401,
	"Invalid API key", "WWW-Authenticate", "Bearer realm=\"benchsight\""},
    {"GET", "/api/status", "X-API-Key: bsk_x", NULL, 401, "Invalid API key",
	NULL, NULL},
    {"GET", "/api/health", "X-API-Key: bsk_x", NULL, 200, NULL, NULL, NULL},
    /* origins */
    {"GET", "/api/health", LOCAL, NULL, 200, NULL,
	"Access-Control-Allow-Origin", "http://localhost:3000"},
    {"GET", "/api/health", LOCAL, NULL, 200, NULL,
	"Access-Control-Allow-Credentials", "true"},
    {"GET", "/api/nothing", LOCAL, NULL, 404, NULL,
	"Access-Control-Expose-Headers",
	"Content-Disposition, ETag, Link, Retry-After, X-Data-Version, "
	"X-Request-ID, X-Total-Count"},
    {"GET", "/api/health", "Origin: https://evil.example", NULL, 200, NULL,
	"Access-Control-Allow-Origin", NULL},
    {"GET", "/api/health", NULL, NULL, 200, NULL, "Access-Control-Allow-Origin",
	NULL},
    {"OPTIONS", "/api/health", LOCAL, NULL, 204, NULL, "Allow",
	"GET, HEAD, OPTIONS"},
};

START_TEST(each_request_has_its_answer)
{
	const struct call *c = &calls[_i];
	const char *headers[] = {c->header, NULL};
	struct arena *arena = arena_new();
	const char *value;
	struct answer a;

	ck_assert(ask_with(&server, c->method, c->path, headers, c->body, &a));
	ck_assert_msg(a.status == c->status, "%s %s: %ld %s", c->method,
	    c->path, a.status, buf_string(&a.body));
	if (c->detail != NULL)
		ck_assert_str_eq(
		    member(parsed(arena, &a), "detail"), c->detail);
	if (c->name != NULL) {
		value = header(arena, &a, c->name);
		ck_assert_pstr_eq(value, c->value);
	}
	value = header(arena, &a, "X-Request-ID");
	ck_assert_ptr_nonnull(value);
	if (c->header == NULL)
		ck_assert_uint_eq(strlen(value), 16);
	answer_cleanup(&a);
	arena_free(arena);
}
END_TEST

START_TEST(head_answers_as_get_without_a_body)
{
	static const char *const paths[] = {"/api/health", "/api/status",
	    "/api/etl/history", "/api/jobs", "/api/jobs/nope",
	    "/api/etl/status/nope", "/api/etl/logs/nope", "/api/jobs/nope/logs",
	    "/api/jobs/nope/steps", "/api/jobs/nope/warnings"};
	struct arena *arena = arena_new();
	struct answer get, head;
	size_t i;

	for (i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
		ask(&server, "GET", paths[i], NULL, &get);
		ask(&server, "HEAD", paths[i], NULL, &head);
		ck_assert_int_eq(get.status, head.status);
		ck_assert_uint_eq(head.body.len, 0);
		ck_assert_str_eq(
		    header(arena, &head, "Content-Type"), "application/json");
		ck_assert_uint_gt(
		    strtoul(header(arena, &head, "Content-Length"), NULL, 10),
		    0);
		answer_cleanup(&get);
		answer_cleanup(&head);
	}
	arena_free(arena);
}
END_TEST

START_TEST(all_mistakes_are_told_in_the_order_of_the_table)
{
	struct arena *arena = arena_new();
	const struct json *errors;
	struct answer a;

	ask(&server, "POST", TRIGGER "?wait=x",
	    "{\"mode\":\"all\",\"game_ids\":[0],\"options\":{\"wipe\":1}}", &a);
	ck_assert_int_eq(a.status, 400);
	errors = json_get(parsed(arena, &a), "errors");
	ck_assert_uint_eq(errors->count, 4);
	ck_assert_str_eq(
	    errors->child->text, member(parsed(arena, &a), "detail"));
	ck_assert_str_eq(errors->child->next->text,
	    "Field game_ids[0] must be between 1 and 2147483647");
	ck_assert_str_eq(errors->child->next->next->text,
	    "Field options.wipe must be true or false");
	ck_assert_str_eq(errors->child->next->next->next->text,
	    "Query parameter wait must be an integer");
	answer_cleanup(&a);
	/* One mistake: no list. */
	ask(&server, "POST", TRIGGER, "{}", &a);
	ck_assert_ptr_null(json_get(parsed(arena, &a), "errors"));
	answer_cleanup(&a);
	arena_free(arena);
}
END_TEST

static void
preflight(const char *path, const char *origin, struct answer *out)
{
	const char *headers[] = {origin, "Access-Control-Request-Method: POST",
	    "Access-Control-Request-Headers: content-type, x-api-key", NULL};

	ck_assert(ask_with(&server, "OPTIONS", path, headers, NULL, out));
}

START_TEST(a_preflight_is_answered_before_routing)
{
	struct arena *arena = arena_new();
	struct answer a;

	preflight("/no/such/path", LOCAL, &a);
	ck_assert_int_eq(a.status, 204);
	ck_assert_str_eq(header(arena, &a, "Access-Control-Allow-Methods"),
	    "GET, HEAD, POST, PUT, DELETE, OPTIONS");
	ck_assert_str_eq(header(arena, &a, "Access-Control-Allow-Headers"),
	    "content-type, x-api-key");
	ck_assert_str_eq(header(arena, &a, "Access-Control-Max-Age"), "600");
	ck_assert_str_eq(header(arena, &a, "Access-Control-Allow-Origin"),
	    "http://localhost:3000");
	ck_assert_ptr_null(header(arena, &a, "Content-Length"));
	answer_cleanup(&a);
	preflight(TRIGGER, "Origin: https://evil.example", &a);
	ck_assert_int_eq(a.status, 403);
	ck_assert_str_eq(
	    member(parsed(arena, &a), "detail"), "Origin not allowed");
	ck_assert_ptr_null(header(arena, &a, "Access-Control-Allow-Origin"));
	answer_cleanup(&a);
	arena_free(arena);
}
END_TEST

/* ---- requests that only bytes can make */

#define H "Host: localhost\r\n"
#define END "\r\n"

struct raw {
	const char *bytes;
	const char *status; /* how the answer begins */
	const char *detail; /* it holds */
	bool closes;
};

static const struct raw raws[] = {
    {"GET /api/health HTTP/1.1\r\n" H END, "HTTP/1.1 200", "healthy", false},
    {"GET /api/health HTTP/1.0\r\n" H END, "HTTP/1.0 200", "healthy", true},
    {"GET /api/health HTTP/1.1\r\n" H "Connection: close\r\n" END,
	"HTTP/1.1 200", "healthy", true},
    {"GET /api/health\r\n" H END, "HTTP/1.1 400", "Malformed request", true},
    {"GET /api/health HTTP/1.1\r\nAccept: */*\r\n" END, "HTTP/1.1 400",
	"Malformed request", true},
    {"GET /api/health HTTP/1.1\r\n" H "X-Empty:\r\n" END, "HTTP/1.1 400",
	"Malformed request", true},
    {"GET /api/health HTTP/1.1\r\n" H "no colon\r\n" END, "HTTP/1.1 400",
	"Malformed request", true},
    {"POST " TRIGGER " HTTP/1.1\r\n" H "Content-Length: +5\r\n" END "12345",
	"HTTP/1.1 400", "Malformed request", true},
    {"POST " TRIGGER " HTTP/1.1\r\n" H
     "Content-Length: 5\r\nContent-Length: 5\r\n" END "12345",
	"HTTP/1.1 400", "Malformed request", true},
    {"POST " TRIGGER " HTTP/1.1\r\n" H
     "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n" END "0\r\n\r\n",
	"HTTP/1.1 400", "Malformed request", true},
    {"POST " TRIGGER " HTTP/1.1\r\n" H "Transfer-Encoding: chunked\r\n" END
     "0\r\n\r\n",
	"HTTP/1.1 411",
	"Content-Length is required; chunked bodies are not accepted", true},
    {"POST " TRIGGER " HTTP/1.1\r\n" H "Transfer-Encoding: gzip\r\n" END,
	"HTTP/1.1 501", "Transfer-Encoding gzip is not implemented", true},
    {"BREW /api/health HTTP/1.1\r\n" H END, "HTTP/1.1 501",
	"Method BREW is not implemented", true},
    {"POST " TRIGGER " HTTP/1.1\r\n" H "Content-Length: 1048577\r\n" END,
	"HTTP/1.1 413", "Body is larger than 1048576 bytes", true},
    {"GET /api/health HTTP/1.1\r\nHost: elsewhere.example\r\n" END,
	"HTTP/1.1 421", "Host does not match the TLS server name", true},
    {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "HTTP/1.1 ", "detail", true},
    {"GET /api/health HTTP/3.0\r\n" H END, "HTTP/1.1 505",
	"HTTP version not supported", true},
    {"GET /api/health HTTP/1.1\r\nHost-Extra: x\r\n" H END, "HTTP/1.1 200",
	"healthy", false},
    {"POST " TRIGGER " HTTP/1.1\r\n" H "Content-Type: application/json\r\n" END,
	"HTTP/1.1 400", "A JSON body is required", false},
};

START_TEST(each_sequence_of_bytes_has_its_answer)
{
	const struct raw *c = &raws[_i];
	struct buf b;
	bool closed;

	closed = ask_raw(&server, c->bytes, strlen(c->bytes), 400, &b);
	ck_assert_msg(
	    strncmp(buf_string(&b), c->status, strlen(c->status)) == 0,
	    "%s\n%s", c->bytes, buf_string(&b));
	ck_assert_msg(strstr(buf_string(&b), c->detail) != NULL, "%s\n%s",
	    c->bytes, buf_string(&b));
	ck_assert_msg(closed == c->closes, "%s: closed %d", c->bytes, closed);
	buf_cleanup(&b);
}
END_TEST

/* A request with n header lines in all, or a path of n bytes. */
static void
long_request(struct buf *out, int lines, int path)
{
	int i;

	buf_init(out, BUF_MAX_JSON);
	buf_text(out, "GET /");
	for (i = 1; i < path; i++)
		buf_char(out, 'a');
	buf_text(out, " HTTP/1.1\r\n" H LOCAL "\r\n");
	for (i = 2; i < lines; i++)
		buf_printf(out, "X-%d: y\r\n", i);
	buf_text(out, END);
}

START_TEST(too_many_headers_and_too_long_a_target_are_named)
{
	static const struct {
		int lines, path;
		const char *status, *detail;
	} cases[] = {
	    {64, 1, "HTTP/1.1 404", "Not Found"},
	    {65, 1, "HTTP/1.1 431", "Request headers are too large"},
	    {2, 1998, "HTTP/1.1 404", "Not Found"},
	    {2, 1999, "HTTP/1.1 414",
		"Request target is longer than 1998 bytes"},
	};
	struct buf request, answer;
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		long_request(&request, cases[i].lines, cases[i].path);
		(void)ask_raw(&server, request.data, request.len, 400, &answer);
		ck_assert_msg(
		    strncmp(buf_string(&answer), cases[i].status, 12) == 0,
		    "%d %d %s", cases[i].lines, cases[i].path,
		    buf_string(&answer));
		ck_assert_ptr_nonnull(
		    strstr(buf_string(&answer), cases[i].detail));
		/* Whoever answers, the origin may read it. */
		ck_assert_ptr_nonnull(
		    strstr(buf_string(&answer), "Access-Control-Allow-Origin: "
						"http://localhost:3000"));
		ck_assert_ptr_nonnull(
		    strstr(buf_string(&answer), "X-Request-ID: "));
		buf_cleanup(&request);
		buf_cleanup(&answer);
	}
}
END_TEST

START_TEST(headers_over_16384_bytes_are_refused)
{
	struct buf request, answer;
	int i;

	buf_init(&request, BUF_MAX_JSON);
	buf_text(&request, "GET /api/health HTTP/1.1\r\n" H "X-Long: ");
	for (i = 0; i < 16384; i++)
		buf_char(&request, 'x');
	buf_text(&request, "\r\n" END);
	(void)ask_raw(&server, request.data, request.len, 400, &answer);
	ck_assert_msg(strncmp(buf_string(&answer), "HTTP/1.1 431", 12) == 0,
	    "%s", buf_string(&answer));
	buf_cleanup(&request);
	buf_cleanup(&answer);
}
END_TEST

/* How often text stands in b. */
static int
count(const struct buf *b, const char *text)
{
	const char *p = buf_string(b);
	int n = 0;

	while ((p = strstr(p, text)) != NULL) {
		p++;
		n++;
	}
	return (n);
}

START_TEST(a_body_is_never_taken_for_the_next_request)
{
	static const char inner[] = "GET /api/status HTTP/1.1\r\n" H END;
	struct buf request, answer;

	buf_init(&request, BUF_MAX_LINE);
	buf_printf(&request,
	    "GET /api/health HTTP/1.1\r\n" H "Content-Length: %zu\r\n" END "%s",
	    sizeof(inner) - 1, inner);
	(void)ask_raw(&server, request.data, request.len, 400, &answer);
	ck_assert_int_eq(count(&answer, "HTTP/1.1 200"), 1);
	ck_assert_int_eq(count(&answer, "environment"), 0);
	buf_cleanup(&request);
	buf_cleanup(&answer);
}
END_TEST

START_TEST(pipelined_requests_are_answered_in_order_or_cut_after_the_first)
{
	static const char two[] = "GET /api/health HTTP/1.1\r\n" H END
				  "GET /api/jobs/nope HTTP/1.1\r\n" H END;
	struct buf b;
	bool closed;
	int n;

	closed = ask_raw(&server, two, sizeof(two) - 1, 600, &b);
	n = count(&b, "HTTP/1.1 ");
	ck_assert_ptr_nonnull(strstr(buf_string(&b), "healthy"));
	ck_assert(n == 2 || (n == 1 && closed));
	buf_cleanup(&b);
}
END_TEST

START_TEST(half_a_request_times_out)
{
	static const char half[] = "GET /api/health HTTP/1.1\r\nHost: loc";
	int64_t began = clock_monotonic_ms(), took;
	struct buf b;

	ck_assert(ask_raw(&server, half, sizeof(half) - 1, 15000, &b));
	took = clock_monotonic_ms() - began;
	ck_assert_msg(strncmp(buf_string(&b), "HTTP/1.1 408", 12) == 0, "%s",
	    buf_string(&b));
	ck_assert_ptr_nonnull(strstr(buf_string(&b), "Request timed out"));
	ck_assert(took >= 9500 && took <= 12500);
	buf_cleanup(&b);
}
END_TEST

START_TEST(a_body_of_a_megabyte_is_read)
{
	struct arena *arena = arena_new();
	struct answer a;
	struct buf b;

	buf_init(&b, BUF_MAX_JSON);
	buf_text(&b, "{\"mode\":\"x\",\"ignored\":\"");
	while (b.len < 1024 * 1024 - 2)
		buf_char(&b, 'x');
	buf_text(&b, "\"}");
	ask(&server, "POST", TRIGGER, buf_string(&b), &a);
	ck_assert_int_eq(a.status, 400);
	ck_assert_str_eq(member(parsed(arena, &a), "detail"),
	    "Invalid mode: x. Must be one of full, incremental, single, test");
	answer_cleanup(&a);
	buf_cleanup(&b);
	arena_free(arena);
}
END_TEST

/* The access log has the template, never what stands in path or query. */
START_TEST(the_access_log_tells_no_values)
{
	struct answer a;
	char line[1024], path[256];
	bool found = false;
	const char *headers[] = {"X-Request-ID: find-me", NULL};
	FILE *f;

	ck_assert(ask_with(&server, "GET", "/api/jobs/secret1?kind=secret2",
	    headers, NULL, &a));
	answer_cleanup(&a);
	pause_ms(500);
	(void)snprintf(path, sizeof(path), "%s/log", server.dir);
	f = fopen(path, "r");
	ck_assert_ptr_nonnull(f);
	while (fgets(line, sizeof(line), f) != NULL) {
		ck_assert_ptr_null(strstr(line, "secret"));
		if (strstr(line,
			"request=find-me method=GET "
			"route=/api/jobs/{job_id} status=404 ms=") != NULL)
			found = true;
	}
	(void)fclose(f);
	ck_assert(found);
}
END_TEST

static void
start(void)
{
	server_start(&server, "server", NULL, false);
}

static void
stop(void)
{
	ck_assert_int_eq(server_stop(&server, SIGTERM), 0);
}

static Suite *
suite(void)
{
	Suite *s = suite_create("server");
	TCase *c = tcase_create("server");

	tcase_set_timeout(c, 90);
	tcase_add_unchecked_fixture(c, start, stop);
	tcase_add_loop_test(c, each_request_has_its_answer, 0,
	    (int)(sizeof(calls) / sizeof(calls[0])));
	tcase_add_test(c, head_answers_as_get_without_a_body);
	tcase_add_test(c, all_mistakes_are_told_in_the_order_of_the_table);
	tcase_add_test(c, a_preflight_is_answered_before_routing);
	tcase_add_loop_test(c, each_sequence_of_bytes_has_its_answer, 0,
	    (int)(sizeof(raws) / sizeof(raws[0])));
	tcase_add_test(c, too_many_headers_and_too_long_a_target_are_named);
	tcase_add_test(c, headers_over_16384_bytes_are_refused);
	tcase_add_test(c, a_body_is_never_taken_for_the_next_request);
	tcase_add_test(
	    c, pipelined_requests_are_answered_in_order_or_cut_after_the_first);
	tcase_add_test(c, half_a_request_times_out);
	tcase_add_test(c, a_body_of_a_megabyte_is_read);
	tcase_add_test(c, the_access_log_tells_no_values);
	suite_add_tcase(s, c);
	return (s);
}

UNIT_MAIN(suite)
